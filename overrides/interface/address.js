// What the address keeps: a search, in the fragment ("#steps&q=usdt"), which no browser sends to a server; the anchor
// when the language is switched.

const QUERY_IN_FRAGMENT = /(?:^#|&)q=([^&]*)/;

export const kept = {
  // What is searched by this address, or "".
  get query() {
    const [, written] = QUERY_IN_FRAGMENT.exec(location.hash) ?? [];
    try {
      return decodeURIComponent((written ?? "").replace(/\+/g, " "));
    } catch {
      return ""; // cut in the middle of a character
    }
  },

  // "" takes it away. No entry is added to the history.
  set query(text) {
    const anchor = location.hash.replace(QUERY_IN_FRAGMENT, "").replace(/^[#&]+/, "");
    const parts = [anchor, text && `q=${encodeURIComponent(text)}`].filter(Boolean);
    const hash = parts.length ? `#${parts.join("&")}` : "";
    if (hash === location.hash) return;
    try {
      history.replaceState(history.state, "", location.pathname + location.search + hash);
    } catch {
      return; // Safari takes only so many in half a minute
    }
    followFragment();
  },
};

// Both languages have the same anchors; without this the switch leads to the same article, at its top.
function followFragment() {
  for (const link of document.querySelectorAll("[data-language-switch]")) link.hash = location.hash;
}

// "?q=" comes from old links and other sites. It moves into the fragment before anything links from here.
export function takeQuery() {
  const address = new URL(location.href);
  const asked = address.searchParams.get("q");
  if (asked === null) return;
  address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
  kept.query = asked;
}

export function setUpAddress() {
  // the browser knows no anchor with something behind it
  const anchor = location.hash.slice(1).split("&")[0];
  if (kept.query && !anchor.startsWith("q=")) document.getElementById(anchor)?.scrollIntoView();
  followFragment();
  addEventListener("hashchange", followFragment);
}

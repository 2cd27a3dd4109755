// A page that has moved: goes on to its new address and takes along the anchor, which the page's own refresh loses, and
// what is searched, in the fragment (address.js).
// A classic script, not a module: it must run before that refresh is read.
{
  const query = new URLSearchParams(location.search).get("q");
  const parts = [location.hash.slice(1), query && `q=${encodeURIComponent(query)}`].filter(Boolean);
  const address = new URL(document.currentScript.dataset.to, location.href).href;
  location.replace(parts.length ? `${address}#${parts.join("&")}` : address);
}

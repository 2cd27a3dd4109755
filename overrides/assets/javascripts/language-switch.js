// Switching the language keeps the anchor: both languages have the same ones.
// Without this module the link still leads to the same article, at its top.

const links = document.querySelectorAll("[data-language-switch]");

for (const link of links) {
  const keepAnchor = () => { link.hash = location.hash; };
  keepAnchor();
  addEventListener("hashchange", keepAnchor);
}

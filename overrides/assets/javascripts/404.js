// The one 404 page holds both languages: leave the one of the address that was not found.
// A classic script, not a module: it must run before Material's script reads #__config.
(() => {
  const english = location.pathname.startsWith(document.currentScript.dataset.english);
  const code = english ? "en" : "zh";
  const kept = document.querySelector(`.not-found[data-language="${code}"]`);
  for (const element of document.querySelectorAll("[data-language]")) {
    if (element.dataset.language !== code) element.remove();
  }
  document.documentElement.lang = kept.lang;
  document.querySelector(".md-search").dataset.code = code;
  document.title = kept.dataset.title;
  if (!english) return;

  const words = JSON.parse(document.getElementById("__english").textContent);
  const element = document.getElementById("__config");
  const config = JSON.parse(element.textContent);
  Object.assign(config.translations, words);
  element.textContent = JSON.stringify(config);
  const input = document.querySelector(".md-search__input");
  input.placeholder = words["search.placeholder"];
  input.setAttribute("aria-label", words["search.placeholder"]);
})();

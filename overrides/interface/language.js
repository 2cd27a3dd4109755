// The language: the one chosen last is remembered, and offered on pages of the other; nobody is ever sent elsewhere.

import { keep, recall } from "./storage.js";

// The one 404 page holds both languages: show the one of the address that was not found.
export function showLanguage() {
  const root = document.documentElement;
  const { english } = root.dataset;
  if (english === undefined) return;
  root.dataset.code = location.pathname.startsWith(new URL(english, location.href).pathname) ? "en" : "zh";
  root.dataset.shown = root.dataset.code;
  if (root.dataset.code === "en") root.lang = "en";
}

export function setUpLanguage() {
  const { code, shown } = document.documentElement.dataset;
  if (shown) {
    const page = document.querySelector(`.not-found[data-language="${code}"]`);
    document.title = page.dataset.title;
  }
  const link = [...document.querySelectorAll("[data-language-switch]")].find((one) => one.dataset.language === code);
  link.addEventListener("click", () => keep("language", link.dataset.languageSwitch));
  if (recall("language") === link.dataset.languageSwitch) offer(link, code);
}

// A bar at the foot of the window, which moves nothing.
function offer(link, code) {
  const bar = Object.assign(document.createElement("aside"), { className: "language-offer", lang: link.lang });
  const way = Object.assign(document.createElement("a"), { textContent: link.dataset.offer, lang: link.lang });
  const stay = Object.assign(document.createElement("button"), { type: "button", textContent: link.dataset.stay });
  bar.setAttribute("aria-label", link.dataset.offer);
  way.href = link.href;
  way.dataset.languageSwitch = link.dataset.languageSwitch; // it keeps anchor and search, as the switch does
  stay.addEventListener("click", () => {
    keep("language", code);
    bar.remove();
    document.documentElement.classList.remove("with-offer");
  });
  bar.append(way, stay);
  document.documentElement.classList.add("with-offer"); // room for what would lie below it
  document.body.append(bar);
}

// The kind of account the reader has: until it is chosen, both kinds' texts stand one below the other; then only the one.
// Kept by its key, so that it holds in both languages, and set on <html> before the page is painted.

import { keep, recall } from "./storage.js";

const KINDS = ["self-custody", "custodial"];

export function showKind(kind = recall("kind")) {
  if (KINDS.includes(kind)) document.documentElement.dataset.kind = kind;
  else delete document.documentElement.dataset.kind;
}

export function setUpKinds() {
  const buttons = document.querySelectorAll(".tabbed-labels button");
  const press = () => {
    for (const button of buttons) {
      const chosen = button.dataset.kind === document.documentElement.dataset.kind;
      button.setAttribute("aria-pressed", String(chosen));
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const before = button.getBoundingClientRect().top;
      const kind = button.getAttribute("aria-pressed") === "true" ? null : button.dataset.kind;
      for (const set of document.querySelectorAll(".tabbed-set--found")) set.classList.remove("tabbed-set--found");
      keep("kind", kind);
      showKind(kind);
      press();
      scrollBy(0, button.getBoundingClientRect().top - before); // other sets on the page have changed, too
    });
  }
  press();
  showTarget();
  addEventListener("hashchange", showTarget);
  // to the same place once more
  addEventListener("click", ({ target }) => { if (target.closest('a[href^="#"]')) setTimeout(showTarget); });
  // Back finds the page as it was left, and the kind may have been chosen since
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    showKind();
    press();
  });
}

// A link may lead to what only the other kind of account is told: then both are shown there.
function showTarget() {
  const target = document.getElementById(location.hash.slice(1).split("&")[0]);
  const set = target?.closest(".tabbed-set");
  if (!set || target.offsetParent) return;
  set.classList.add("tabbed-set--found");
  target.scrollIntoView();
}

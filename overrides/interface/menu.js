// The menu of narrow windows: a button that opens the navigation beside the page (a disclosure, as WAI-ARIA's patterns
// call it). Closed it holds no focus; it closes by Escape, by a tap beside it, and when the focus leaves it.

export function setUpMenu() {
  const button = document.querySelector(".menu-button");
  const menu = document.getElementById("menu");
  if (!button || !menu) return;
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("md-nav--open", open);
  };
  button.addEventListener("click", () => {
    set(!isOpen());
    if (isOpen()) (menu.querySelector("[aria-current]") ?? menu.querySelector("a")).focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && relatedTarget !== button && !menu.contains(relatedTarget)) set(false);
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !isOpen()) return;
    set(false);
    button.focus();
  });
  // a tap beside it does nothing else
  addEventListener("click", (event) => {
    if (!isOpen() || menu.contains(event.target) || button.contains(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    set(false);
  }, { capture: true });
  addEventListener("pageshow", () => set(false)); // Back finds the page as it was left
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => set(false));
}

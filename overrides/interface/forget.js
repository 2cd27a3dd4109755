// The button of the page "What this site keeps and sends" that clears what is kept on this device.

import { showKind } from "./kinds.js";
import { forget } from "./storage.js";

export function setUpForgetting() {
  const button = document.querySelector("[data-forget]");
  if (!button) return;
  const said = button.parentElement.querySelector("[role=status]");
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    forget();
    showKind(null);
    document.querySelector(".language-offer")?.remove();
    document.documentElement.classList.remove("with-offer", "no-slash");
    said.textContent = button.dataset.done;
  });
}

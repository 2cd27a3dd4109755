// A button on each box that the reader is meant to copy, such as the checklist for support.
// Lists are copied a line an item, with a dash, so that they can be pasted into a chat.

function text(box) {
  const items = box.querySelectorAll("li");
  if (items.length === 0) return box.innerText.trim();
  return Array.from(items, (item) => `- ${item.innerText.trim()}`).join("\n");
}

for (const box of document.querySelectorAll(".copy")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy__button";
  button.textContent = box.dataset.label;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text(box));
    button.textContent = box.dataset.done;
    setTimeout(() => { button.textContent = box.dataset.label; }, 2000);
  });
  box.before(button);
}

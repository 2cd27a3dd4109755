// The button of each text that the reader is meant to copy: the checklist for support, a template. Lists are copied a line
// an item, with a dash, so that they can be pasted into a chat; links are left out, their words alone say nothing there.

export function setUpCopying() {
  const { copied, failed } = document.querySelector("article").dataset;
  for (const box of document.querySelectorAll(".copy")) {
    const button = box.nextElementSibling;
    const copy = button.textContent;
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "copy__said visually-hidden";
    button.addEventListener("click", async () => {
      const done = await copyText(textOf(box));
      if (!done) select(box);
      button.textContent = done ? copied : copy;
      said.textContent = done ? copied : failed;
      said.classList.toggle("visually-hidden", done);
      if (done) setTimeout(() => { [button.textContent, said.textContent] = [copy, ""]; }, 2000);
    });
    button.after(said);
  }
}

function textOf(box) {
  const pre = box.querySelector("pre");
  if (pre) return pre.textContent.trim();
  const copy = box.cloneNode(true);
  for (const out of copy.querySelectorAll("a")) out.remove();
  const texts = [...copy.querySelectorAll("li")].map((item) => `- ${tidy(item.textContent)}`);
  return texts.length ? texts.join("\n") : tidy(copy.textContent);
}

function tidy(text) {
  return text.replace(/\s*[(（]\s*[)）]/g, "").replace(/\s+/g, " ").trim();
}

// Whether a text could be copied: in-app browsers have no clipboard, or refuse it.
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// What cannot be copied is selected, for the browser's own way of copying.
function select(box) {
  const range = document.createRange();
  range.selectNodeContents(box.querySelector("pre, ul, ol") ?? box);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

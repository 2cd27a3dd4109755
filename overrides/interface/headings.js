// A link to each section of an article, to be copied: support staff send them. Where copying is impossible the address of
// the page has the anchor.

import { copyText } from "./copy.js";

export function addHeadingLinks() {
  const article = document.querySelector("article");
  const { section, linked } = article.dataset;
  if (!section) return;
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "visually-hidden";
  article.append(said);
  for (const heading of article.querySelectorAll("h2[id]")) {
    const link = Object.assign(document.createElement("a"), { className: "headerlink", href: `#${heading.id}` });
    link.title = section;
    link.setAttribute("aria-label", `${section}: ${heading.textContent}`);
    link.addEventListener("click", async () => {
      if (!await copyText(new URL(`#${heading.id}`, location.href).href)) return;
      said.textContent = link.title = linked;
      link.classList.add("headerlink--copied");
      setTimeout(() => {
        link.classList.remove("headerlink--copied");
        link.title = section;
        said.textContent = "";
      }, 2000);
    });
    heading.after(link); // not in it: a heading is read by its own name
  }
}

// What stands below the field of the search. On the home page it lies above the page, of which nothing is seen then.

export function showPanel(box, isShown) {
  box.classList.toggle("md-search--open", isShown);
  if (box.dataset.search === "home") document.documentElement.classList.toggle("search-shown", isShown);
}

// Nothing could be loaded: the page itself holds what is said then, and leads on to its sections.
export function showFailure(box) {
  const failure = box.querySelector(".search-failed");
  const { code } = document.documentElement.dataset;
  const links = document.querySelectorAll(`#menu > ul > li > a, [data-language="${code}"] .cards a`);
  const list = document.createElement("ul");
  for (const link of links) {
    const copy = document.createElement("a");
    copy.href = link.href;
    copy.textContent = (link.querySelector(".cards__title") ?? link).textContent;
    list.append(document.createElement("li"));
    list.lastChild.append(copy);
  }
  failure.querySelector("ul")?.remove();
  failure.append(list);
  failure.hidden = false;
  const status = box.querySelector("[role=status]");
  status.textContent = failure.firstElementChild.textContent;
  status.classList.add("visually-hidden");
}

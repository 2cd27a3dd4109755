// What was found, as elements. All of it is text: nothing that was typed, or read from a file, becomes markup.

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// An article with the passage that answers and its best section. Texts are lists, of which every second one is marked.
export function itemOf({ url, group, title, passage, section, lang }, root) {
  const item = element("li", { className: "md-search-result__item" });
  if (lang) item.lang = lang;
  const kind = element("small", { className: "md-search-result__group", textContent: group });
  item.append(link("md-search-result__link", url, root, kind, " ", element("span", {}, ...marked(title))));
  // its room is kept while it is on its way, or what a finger aims at would move
  item.append(element("p", { className: "md-search-result__passage" }, ...marked(passage ?? [])));
  if (section) item.append(link("md-search-result__section", section.url, root, ...marked(section.title)));
  return item;
}

// A heading, a sentence, and links with their titles, above the results or in their place.
export function noticeOf({ title, text, links }, root) {
  const heading = title ? [element("strong", { textContent: title })] : [];
  return [...heading, element("p", { textContent: text }), ...(links ? [listOf(links, root)] : [])];
}

export function popularOf({ say, popular }, root, isDialog) {
  const heading = element(isDialog ? "h2" : "p", { className: "search-popular__title", textContent: say.popular });
  return [heading, listOf(popular, root)];
}

function listOf(links, root) {
  return element("ul", {}, ...links.map(([title, url]) => element("li", {}, link("", url, root, title))));
}

function link(className, url, root, ...children) {
  return element("a", { className, href: new URL(url, root).href }, ...children);
}

function marked(texts) {
  return texts.map((text, place) => (place % 2 ? element("mark", { textContent: text }) : text));
}

// Results as a reader sees them: escaped, with the passage that answers and the query's words marked.

import { file, ofArticle } from "./index.js";
import { normalise, tokens } from "./text.js";

const PASSAGE = 120; // characters
const SEEN = 3; // results that a phone shows first

// Results as Material shows them, in HTML: of each article its title and, once `found` (what `passages` promises) is
// there, the passage and the best section.
export async function shown(index, results, query, found, language) {
  const marked = marker(index, query);
  const read = await found;
  return Promise.all(results.map(async ({ article, score }, position) => {
    const [url, title, group] = await ofArticle(index, "articles", article);
    const [anchor, heading, text] = read?.[position] ?? [];
    const passage = text ? `<p>${marked(excerpt(index, text, query))}</p>` : "";
    const where = `<small>${escaped(language ? `${language} · ${group}` : group)}</small>`;
    const item = { location: url, title: where + marked(title), text: passage, score, terms: {} };
    if (!anchor) return [item];
    return [{ ...item, text: "" }, { ...item, location: `${url}#${anchor}`, title: marked(heading) }];
  }));
}

// What is read of each article: its best section, as anchor, heading and text, or its lead with neither. Sections are a
// file of their own: where they are not seen at once, the lead will do.
export function passages(index, results) {
  return Promise.all(results.map(async ({ article, best }, position) => {
    const number = position < SEEN ? index.sectionOf[best] : undefined;
    if (number !== undefined) return (await file(index, "text", article))[number];
    return ["", "", await ofArticle(index, "leads", article)];
  }));
}

// The part of a text that holds most of the query.
export function excerpt(index, text, query) {
  if (text.length <= PASSAGE) return text;
  const words = pieces(index, query);
  const plain = normalise(text, index.tables);
  const same = plain.length === text.length; // else places in one are not places in the other
  let best = 0, most = 0;
  for (let start = 0; same && start < text.length; start += 20) {
    const window = plain.slice(start, start + PASSAGE);
    const count = words.filter((word) => window.includes(word)).length;
    if (count > most) [best, most] = [start, count];
  }
  const from = best && Math.max(0, best - 10);
  return (from ? "…" : "") + text.slice(from, from + PASSAGE) + (from + PASSAGE < text.length ? "…" : "");
}

// What of a query can be marked in a text: Latin words, and pairs of Chinese characters.
function pieces(index, query) {
  return [...new Set(tokens(query, index.tables))].filter((token) => token[0] !== "#" && token.length > 1);
}

// A function that escapes a text and marks the query's words in it.
export function marker(index, query) {
  const words = pieces(index, query).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (!words.length) return escaped;
  const pattern = new RegExp(words.map((word) => /^[a-z]/.test(word) ? `\\b${word}[a-z]*` : word).join("|"), "gi");
  return (text) => {
    let result = "", end = 0;
    for (const match of text.matchAll(pattern)) {
      result += `${escaped(text.slice(end, match.index))}<mark data-md-highlight>${escaped(match[0])}</mark>`;
      end = match.index + match[0].length;
    }
    return (result + escaped(text.slice(end))).replaceAll("</mark><mark data-md-highlight>", "");
  };
}

export function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

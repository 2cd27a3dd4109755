// Results as a reader sees them, as texts: with the passage that answers, and the query's words marked.

import { file, ofArticle } from "./index.js";
import { normalise, stem, tokens } from "./text.js";

const PASSAGE = 120, IN_LATIN = 170; // characters of a passage; in Latin letters, which are half as wide
const CLAUSE = 90; // characters from which on a passage may end with a clause
const SEEN = 3; // results that a phone shows first
const UNFINISHED = 4; // letters of a word that may go on

const SENTENCE = /[。！？；!?;\n]|\.\s/; // what ends one
const CLAUSES = RegExp(`^[^]{${CLAUSE},}[。！？；，、：]`);
const END_OF_WORD = /[^\s\u2e80-\u9fff\uff00-\uffef]+$/; // of letters that need spaces between words

// Of each article its title and, once `found` (what `passages` promises) is there, the passage and the best section.
// Texts are lists, every second of them a word to mark. `isOther` says that the reader's language is another one.
export async function shown(index, results, query, found, isOther = false) {
  const marked = marker(index, query);
  const read = await found;
  return Promise.all(results.map(async ({ article }, position) => {
    const [url, title, group] = await ofArticle(index, "articles", article);
    const [anchor, heading, text] = read?.[position] ?? [];
    return {
      url,
      group: isOther ? `${index.name} · ${group}` : group,
      title: marked(title),
      passage: text ? marked(excerpt(index, text, query)) : null,
      section: anchor ? { url: `${url}#${anchor}`, title: marked(heading) } : null,
      lang: isOther ? index.html : null,
    };
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

// The part of a text that holds most of the query: from a word on, better from a sentence. A short text is all of it.
export function excerpt(index, text, query) {
  const plain = normalise(text, index.tables);
  const same = plain.length === text.length; // else places in one are not places in the other
  const words = same ? pieces(index, query) : [];
  let best = 0, most = -1;
  for (const [start, value] of passageAt(text, 0) === text ? [] : beginnings(text)) {
    const end = start + passageAt(text, start).length;
    const here = plain.slice(start, end);
    const score = words.filter((word) => here.includes(word)).length + value;
    if (score > most) [best, most] = [start, score];
  }
  const passage = passageAt(text, best);
  const goesOn = best + passage.length < text.length;
  return (best ? "…" : "") + (goesOn ? passage.replace(/[\s，、：,:]+$/, "") + "…" : passage);
}

// Where a passage may begin, and how well that looks: less than another word of the query counts.
function* beginnings(text) {
  yield [0, 0.5];
  for (const { 0: gap, index } of text.matchAll(/[\s。！？；，、：]+/g)) {
    yield [index + gap.length, SENTENCE.test(text.slice(index - 1, index + gap.length)) ? 0.5 : 0];
  }
}

// The passage that begins at a place: whole words of Latin letters, and of Chinese whole clauses, if they are long enough.
function passageAt(text, start) {
  const length = /[\u3400-\u9fff]/.test(text) ? PASSAGE : IN_LATIN;
  const piece = text.slice(start, start + length);
  const next = text.charAt(start + length);
  const [clauses] = piece.match(CLAUSES) ?? [];
  if (!next || clauses) return next ? clauses : piece;
  const [begun] = END_OF_WORD.test(next) ? piece.match(END_OF_WORD) ?? [""] : [""];
  return piece.slice(0, length - begun.length) || piece;
}

// What of a query can be marked in a text: Latin words, without their endings, and pairs of Chinese characters.
function pieces(index, query) {
  return [...new Set(tokens(query, index.tables))].filter((token) => token[0] !== "#" && token.length > 1);
}

// A function that marks the query's words in a text: a list of texts, of which every second one is marked.
export function marker(index, query) {
  const words = new Set(pieces(index, query));
  const pairs = [...words].filter((word) => word > "\u0080");
  const [last] = normalise(query, index.tables).match(/[a-z0-9]+$/) ?? [""];
  const begun = last.length >= UNFINISHED && words.has(stem(last)) ? last : "\n"; // may go on
  const isWord = ([typed]) => {
    const word = normalise(typed, index.tables);
    return words.has(stem(word)) || word.startsWith(begun);
  };
  return (text) => {
    const isMarked = Array(text.length).fill(false);
    const mark = (start, length) => isMarked.fill(true, start, start + length);
    for (const match of text.matchAll(/[a-z0-9]+(?:['\u2019-][a-z0-9]+)*/gi)) { // as one, like "e-mail", or its parts
      for (const part of isWord(match) ? [[match[0]]] : match[0].matchAll(/[a-z0-9]+/gi)) {
        if (isWord(part)) mark(match.index + (part.index ?? 0), part[0].length);
      }
    }
    for (const pair of pairs) {
      for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) mark(at, pair.length);
    }
    const parts = [""];
    for (const [at, marked] of isMarked.entries()) {
      if (marked === (parts.length % 2 === 0)) parts[parts.length - 1] += text[at];
      else parts.push(text[at]);
    }
    return parts;
  };
}

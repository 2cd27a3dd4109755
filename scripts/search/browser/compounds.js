// Words that a reader joins or cuts otherwise than the site does: "gasfee", "2 FA", "pass word".

import { shard, termsWith } from "./index.js";
import { LONGEST_WORD, STOP, normalise, stem, tokens } from "./text.js";

const MOST_WORDS = 30; // of a query; in a longer one there is enough to find
const SHORTEST_PIECE = 3; // letters of a piece, unless it makes a concept with the other, as in "face id"

// The query, its Latin words joined and cut as the site has them; as it was where there is nothing to mend.
export async function respelled(index, query) {
  const { phrases } = index.tables;
  const text = normalise(query, index.tables);
  const parts = text.split(/([a-z0-9]+)/); // words, and before, between and after them what is none
  if (parts.length > 2 * MOST_WORDS) return query;
  await joinParts(parts, (one, other) => phrases.has(stem(one + other)) && !phrases.has(`${stem(one)} ${stem(other)}`));
  // all that is looked up anyway, at once
  await Promise.all(tokens(parts.join(""), index.tables).map((term) => shard(index, term)));
  await joinParts(parts, async (one, other) => (
    (await isUnknown(index, one) || await isUnknown(index, other)) && holds(index, one + other)
  ));
  for (let place = 1; place < parts.length; place += 2) {
    const word = parts[place];
    const isLast = place === parts.length - 2 && !parts[place + 1];
    if (word.length > LONGEST_WORD || !(await isUnknown(index, word))) continue;
    if (isLast && await isBegun(index, word)) continue;
    parts[place] = (await cut(index, word) ?? [word]).join(" ");
  }
  const made = parts.join("");
  return made === text ? query : made;
}

// Joins neighbouring words that together are one.
async function joinParts(parts, isOne) {
  for (let place = 1; place + 2 < parts.length; place += 2) {
    if (/[\u3400-\u9fff]/.test(parts[place + 1]) || !(await isOne(parts[place], parts[place + 2]))) continue;
    parts.splice(place, 3, parts[place] + parts[place + 2]);
  }
}

// The known words that an unknown one consists of, the first as long as can be; null where it does not. `isInner` says
// that it is what is left of a longer one.
async function cut(index, word, isInner = false) {
  const words = /^[a-z]/.test(word) ? new Set(await termsWith(index, word.slice(0, SHORTEST_PIECE))) : new Set();
  for (let end = word.length - 1; end > 0; end--) {
    if (/[0-9]{2}/.test(word.slice(end - 1, end + 1))) continue; // a number is one piece
    const head = word.slice(0, end), tail = word.slice(end);
    if (index.tables.phrases.has(`${stem(head)} ${stem(tail)}`)) return [head, tail];
    const isSmall = isInner && end > 1 && STOP.has(head); // "to" in "howtowithdraw"; but "inactive" is none with "in"
    if (!isSmall && !isPiece(index, head) && !(end >= SHORTEST_PIECE && words.has(stem(head)))) continue;
    if (isPiece(index, tail) || (tail.length >= SHORTEST_PIECE && await holds(index, tail))) return [head, tail];
    const pieces = tail.length > SHORTEST_PIECE ? await cut(index, tail, true) : null;
    if (pieces) return [head, ...pieces];
  }
  return null;
}

// Whether a text is a piece without a look into the index: a number, a small word, or a word of some concept.
function isPiece(index, text) {
  if (/^[0-9]+$/.test(text)) return true;
  return text.length >= SHORTEST_PIECE && (STOP.has(text) || inConcepts(index).has(stem(text)));
}

// The Latin words of all concepts' phrases.
function inConcepts({ tables }) {
  tables.words ??= new Set([...tables.phrases.keys()].flatMap((phrase) => phrase.split(" ")));
  return tables.words;
}

// Whether a word says something, and neither the index nor a concept knows it.
async function isUnknown(index, word) {
  return !STOP.has(word) && !index.tables.phrases.has(stem(word)) && !(await holds(index, word));
}

// Whether a word may be typed still.
async function isBegun(index, word) {
  return /^[a-z]/.test(word) && (await termsWith(index, word, 1)).length > 0;
}

async function holds(index, word) {
  return stem(word) in await shard(index, stem(word));
}

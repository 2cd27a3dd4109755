// What a query may have meant besides what was typed: words not finished, mistyped, or written in pinyin.

import { shard, termsWith } from "./index.js";
import { pinyin } from "./pinyin.js";
import { CONCEPT, normalise, stem, tokens } from "./text.js";

const MOST_TOKENS = 60; // of a query; a longer one is an accident
const MOST_PREFIXED = 30; // terms that a begun word may become
const MOST_NEAR = 4; // pairs that a mistyped one may have been

// How much a term counts that the reader did not type as it is.
const PREFIX = 0.5, FUZZY = 0.6, ALIKE = 0.7, NEAR = 0.2;

// The terms to look up for a query, with their boosts: what was typed, and what it may have meant.
export async function expand(index, query) {
  const wanted = new Map();
  const want = (term, boost) => wanted.set(term, Math.max(boost, wanted.get(term) ?? 0));
  const typed = [...new Set(tokens(query, index.tables))].slice(0, MOST_TOKENS);
  const unfinished = normalise(query, index.tables).match(/[a-z0-9]+$|[\u3400-\u9fff]$/)?.[0];
  const unknown = [];
  const strange = new Map(); // pairs that no line holds, to the terms of their file
  const looked = typed.map(async (term) => {
    const terms = await shard(index, term);
    const begun = !(term in terms) && unfinished && term === stem(unfinished) && isLatin(term);
    return [term, terms, begun ? await termsWith(index, unfinished, MOST_PREFIXED) : []];
  });
  for (const [term, terms, begun] of await Promise.all(looked)) {
    if (term in terms) want(term, term[0] === "#" ? CONCEPT : 1);
    if (term[0] === "#" || term in terms) continue;
    let longer = [];
    if (isLatin(term)) longer = begun; // a word not finished yet
    else if (term.length === 1) longer = Object.keys(terms).filter((other) => other[0] === term); // a single character
    for (const other of longer.slice(0, MOST_PREFIXED)) want(other, PREFIX);
    if (!isLatin(term) && term.length === 2) strange.set(term, terms);
    if (!longer.length && isLatin(term)) unknown.push(term);
  }
  for (const [term, boost] of await corrections(index, query, strange)) want(term, boost);
  // longer than any word: perhaps a sentence in pinyin
  const long = /[a-z]{31}/.test(normalise(query, index.tables));
  const read = unknown.length || long ? await pinyin(index, query) : null;
  for (const [term, boost] of read ?? []) want(term, boost);
  if (!read) {
    const lists = await Promise.all(unknown.map((term) => (term.length < 4 ? [] : termsWith(index, term[0]))));
    for (const [place, term] of unknown.entries()) {
      const mistyped = lunr.TokenSet.fromFuzzyString(term, term.length < 8 ? 1 : 2);
      const close = lunr.TokenSet.fromArray(lists[place]).intersect(mistyped);
      for (const other of close.toArray()) want(other, FUZZY);
    }
  }
  return wanted;
}

function isLatin(term) {
  return /^[a-z]/.test(term);
}

// What a query may have meant that holds wrong characters, as terms with their boosts. A character is suspect if all
// its pairs are strange; as a keyboard of pinyin offers characters that sound alike, it stands for one of these.
async function corrections(index, query, strange) {
  const near = new Map(); // pairs of our lines that begin like a strange one, the most frequent first
  for (const [pair, terms] of strange) {
    const others = Object.keys(terms).filter((other) => other[0] === pair[0] && other.length === 2);
    near.set(pair, others.sort((a, b) => terms[b].length - terms[a].length));
  }
  const found = [...near.values()].flatMap((others) => others.slice(0, MOST_NEAR).map((other) => [other, NEAR]));
  const meant = []; // texts, as promises
  for (const [run] of normalise(query, index.tables).matchAll(/[\u3400-\u9fff]{2,}/g)) {
    for (let place = 0; place < run.length; place++) {
      const before = run.slice(Math.max(0, place - 1), place + 1), after = run.slice(place, place + 2);
      if ([before, after].some((pair) => pair.length === 2 && !strange.has(pair))) continue;
      const replaced = (character) => run.slice(0, place) + character + run.slice(place + 1);
      const alike = (near.get(before) ?? []).filter((other) => soundsLike(index, other[1], run[place]));
      meant.push(...alike.map((other) => replaced(other[1])));
      if (alike.length || after.length < 2) continue;
      meant.push(pairsLike(index, after).then((others) => others.map((other) => replaced(other[0]))));
    }
  }
  for (const text of (await Promise.all(meant)).flat()) {
    found.push(...tokens(text, index.tables).map((term) => [term, ALIKE]));
  }
  return found;
}

// The pairs of our lines that sound like this one and end like it.
async function pairsLike(index, pair) {
  const [first, second] = [...pair].map((character) => index.sounds.get(character));
  if (!first || !second) return [];
  const key = `${first} ${second}`;
  return ((await shard(index, key, "pinyin"))[key] ?? []).filter((other) => other[1] === pair[1]);
}

function soundsLike(index, character, other) {
  return index.sounds.has(character) && index.sounds.get(character) === index.sounds.get(other);
}

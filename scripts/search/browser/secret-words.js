// Recovery phrases of words in letters: nine of BIP-39's lists.
//
// Each word says by how many bits it is likelier in a phrase than in ordinary text (a log-likelihood ratio); the best
// stretch of words is summed up, as Smith and Waterman do. So it does not matter what stands around a phrase or between
// its words, nor that some are misspelt.

import { inHan, inLatin } from "./secret-text.js";
import { STOP } from "./text.js";

export const LISTED = 4.5, BEGUN = 4; // a word of the list; its first four letters, by which wallets know it
const UNKNOWN = -2.7, SHORT = -1.2, OTHER_SCRIPT = -1; // a word of no list; of one or two letters; of another script
const AGAIN = 0.4; // of what a word counts, where it comes again
const PHRASE = 20; // bits that make a phrase

const LEAST_JOINED = 7; // words without anything between them that make a phrase
const BARE = 3; // what a letter between them costs, where one of theirs counts 1
const COVERED = 0.75; // how much of them must be words

const LOADED_FROM = 3; // words that fit a list, for which it is loaded
const LONG = 20; // letters without a space that may be several words
const STOP_AFTER = 4, STOP_FROM = 9; // words of one list in a row; and their bits, where others stand before them
const STOP_WITHIN = 6; // words in a row after which nothing resumes
const MISSPELT = 5; // words, of which one may be misspelt

// A list as secret.py wrote it. `weights`: each word (`all`) and its first four letters (`beginnings`), to what they
// count. `others`: of the rarer lists in Latin letters, the pairs of letters that occur in their words; "." is an end.
export function readWords({ words, ordinary = [], others = {} }) {
  const all = new Set(words.split(" "));
  const beginnings = new Set([...all].map((word) => word.slice(0, 4)));
  const weights = new Map([...[...beginnings].map((word) => [word, BEGUN]), ...[...all].map((word) => [word, LISTED])]);
  for (const [bits, some] of ordinary) for (const word of some.split(" ")) weights.set(word, bits);
  return { weights, all, beginnings, others: Object.entries(others).map(([name, rows]) => [name, readPairs(rows)]) };
}

// Rows of a first character and all that follow it, as a function that knows these pairs.
export function readPairs(rows) {
  const pairs = new Map(rows.split(" ").map((row) => [row[0], row.slice(1)]));
  return (first, second) => Boolean(pairs.get(first)?.includes(second));
}

// The names of the lists that words may be of. Which of the rarer ones, the English list knows.
export function* listsFor(words, lists) {
  const some = (of) => {
    const found = words.filter(({ word }) => of(word));
    return found.length >= LOADED_FROM || found.some(({ word }) => word.length >= LONG);
  };
  if (some((word) => inLatin(word) && isTelling(word))) {
    yield "en";
    const { weights, others } = lists.get("en");
    const latin = words.filter(({ word }) => inLatin(word) && word.length > 2);
    const strange = latin.map(({ word }) => (isStrange(word, weights) ? word : null));
    if (inARow(strange, () => true)) {
      for (const [name, pairs] of others) if (inARow(strange, (word) => looksLike(word, pairs))) yield name;
    }
  }
  if (some((word) => word[0] >= "\u3040" && word[0] <= "\u30ff")) yield "ja";
  if (some((word) => word[0] >= "\uac00" && word[0] <= "\ud7af")) yield "ko";
}

function isTelling(word) {
  return word.length > 2 && !STOP.has(word);
}

// Whether a word may be of another list than the English one; what begins a word of one begins words of others too.
function isStrange(word, english) {
  return isTelling(word) && (english.get(word) ?? BEGUN) === BEGUN;
}

// Whether all pairs of letters of a word, or of the beginning of one, are a list's.
function looksLike(word, pairs) {
  if (word.length >= LONG) return true; // several words, whose ends are pairs too
  let before = ".";
  for (const letter of word.length === 4 ? word : `${word}.`) {
    if (!pairs(before, letter)) return false;
    before = letter;
  }
  return true;
}

function inARow(words, fit) {
  let count = 0;
  return words.some((word) => {
    count = word && fit(word) ? count + (word.length >= LONG ? LOADED_FROM : 1) : 0;
    return count >= LOADED_FROM;
  });
}

// "secret", "paused" or null: what the words are by one list.
export function judgeWords(words, { weights, all, beginnings }, warned) {
  if (isPhrase(words, weights)) return "secret";
  if (words.some(({ word }) => [all, beginnings].some((pieces) => isJoined(word, pieces)))) return "secret";
  if (!isPaused(words, (word) => weights.get(word), (begun) => startsOne(all, begun), warned)) return null;
  return warned || words.some(({ word }) => weights.get(word) >= BEGUN) ? "paused" : null; // else of questions as well
}

function isPhrase(words, weights) {
  const seen = new Set();
  let bits = 0;
  return words.some(({ word }) => {
    const counts = weights.get(word) ?? (inHan(word) ? OTHER_SCRIPT : word.length < 3 ? SHORT : UNKNOWN);
    bits = Math.max(0, bits + (seen.has(word) ? AGAIN : 1) * counts);
    seen.add(word);
    return bits >= PHRASE;
  });
}

// Whether a word is many words of a list, or their beginnings, joined: the best way to cut it, letter by letter.
function isJoined(word, pieces) {
  if (word.length < LONG) return false;
  const best = [{ score: 0, words: 0, start: 0 }]; // of the cuts that end at a place
  for (let end = 1; end <= word.length; end++) {
    const bare = best[end - 1].score - BARE;
    let here = bare > 0 ? { ...best[end - 1], score: bare } : { score: 0, words: 0, start: end };
    for (let length = 2; length <= Math.min(9, end); length++) {
      const before = best[end - length];
      if (before.score + length <= here.score || !pieces.has(word.slice(end - length, end))) continue;
      here = { score: before.score + length, words: before.words + 1, start: before.start };
    }
    if (here.words >= LEAST_JOINED && here.score >= COVERED * (end - here.start)) return true;
    best.push(here);
  }
  return false;
}

// Whether so many words in a row are of a list that the next ones may be too: the first ones, or later ones that gather
// enough bits. Of what follows, some may be misspelt; a sentence ends the pause. After a warning one word is enough: it
// may be the next one of the phrase. `bitsOf` knows the list's words, `starts` whether one that is being typed may
// become one of them.
export function isPaused(words, bitsOf, starts, warned) {
  const enough = warned ? 1 : STOP_AFTER;
  let row = [], since = 0, misses = 0, paused = false;
  for (const [place, { word, open }] of words.entries()) {
    const isFirst = row.length === place;
    const tells = (some) => isFirst || some.reduce((sum, bits) => sum + bits, 0) >= STOP_FROM;
    const isBegun = open && (paused || (row.length + 1 >= enough && tells(row.slice(1 - enough)))) && starts(word);
    const bits = bitsOf(word) ?? (isBegun ? 0 : null);
    row = bits === null ? [] : [...row, bits];
    misses += bits === null;
    if (row.length >= STOP_WITHIN) return true;
    if (paused || row.length < enough || !tells(row.slice(-enough))) continue;
    [paused, since, misses] = [true, place + 1 - row.length, 0];
  }
  return paused && misses <= (words.length - since) / MISSPELT;
}

function startsOne(all, begun) {
  for (const word of all) if (word.startsWith(begun)) return true;
  return false;
}

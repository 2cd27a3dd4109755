// Recovery phrases in Chinese: single characters set apart, as nobody writes, or run together.
//
// The list holds the commonest characters, so that most ordinary Chinese is made of them: being in it proves nothing.
// But a phrase draws all of them equally often, ordinary text the first ones far more often than the last (the list
// stands in the order of frequency); and two that stand together are a pair in ordinary use there, hardly ever here.

import { LISTED, isPaused } from "./secret-words.js";
import { inHan } from "./secret-text.js";

// Bits by which a character is likelier in a phrase, by its place in the list, up to each; and one that is in none.
const RANKS = [[50, -3.3], [150, -1.6], [400, -1], [800, 0], [1400, 1.6], [2048, 2.7]];
const STRANGE = -6;
const AGAIN_HERE = -3; // one that came just before
const USUAL = -4.5, UNUSUAL = 0.45; // a pair
const SHORTEST = 11; // characters run together
const ENOUGH_TOGETHER = 5.5; // bits of at least so many characters that make a phrase

const APART = 1.9, LEAST_BITS = -0.6; // what one set apart counts besides, and what its rank counts at least
const ENOUGH_APART = 18, LEAST_APART = 6; // bits, characters
const STRANGERS = 9, PAIRED = 3; // characters in a row that make a phrase, whatever they are; less these for a usual pair

const MOST_GROUPED = 6; // characters of a group; phrases are copied in groups of equal length

// A list as secret.py wrote it: each character to its place.
export function readCharacters({ words }) {
  return new Map([...words].map((character, place) => [character, place]));
}

// { kind, wants } as in secret.js.
export function judgeChinese(words, lists, warned) {
  const apart = words.map(({ word }) => (inHan(word) && word.length === 1 ? word : ""));
  const runs = runsOf(words).filter((run) => run.length >= SHORTEST);
  const enough = warned && lists.has("zh") ? 1 : 3;
  const isApart = apart.filter(Boolean).length >= enough;
  if (!runs.length && !isApart) return { kind: null, wants: null };
  const list = lists.get("zh"), traditional = lists.get("zh-Hant"), pairs = lists.get("pairs");
  if (!list) return { kind: null, wants: "zh" };
  // set apart, they stop the fetching with the next one: then all must be at hand
  if (isApart && !warned && !(traditional && pairs)) return { kind: null, wants: traditional ? "pairs" : "zh-Hant" };
  const strange = [...apart, ...runs.join("")].filter((character) => character && !list.has(character));
  if (strange.length > 2 && !traditional) return { kind: null, wants: "zh-Hant" };

  const characters = [...list.keys()];
  const simple = (character) => (
    list.has(character) ? character : (characters[traditional?.get(character)] ?? character)
  );
  const single = apart.map(simple);
  const texts = runs.map((run) => [...run].map(simple));
  const isOne = (usual) => isSetApart(single, list, usual) || texts.some((text) => isRunTogether(text, list, usual));
  if (isOne(() => false)) {
    if (!pairs) return { kind: null, wants: "pairs" };
    if (isOne(pairs)) return { kind: "secret", wants: null };
  }
  const bitsIn = (word) => (word.length === 1 && list.has(simple(word)) ? LISTED : undefined);
  return { kind: isPaused(words, bitsIn, () => false, warned) ? "paused" : null, wants: null };
}

// Chinese characters that nothing parts, or white space alone, or which stand in groups of one length.
function runsOf(words) {
  const runs = [];
  let last = "";
  for (const { word, before } of words) {
    if (inHan(word)) {
      const grouped = word.length === last.length && word.length <= MOST_GROUPED;
      if (last && (grouped || !before.trim())) runs[runs.length - 1] += word;
      else runs.push(word);
    }
    last = inHan(word) ? word : word.length < 3 ? last : "";
  }
  return runs;
}

// Whether single characters gather enough bits, or stand beside enough that they never stand beside; what comes
// again counts once.
function isSetApart(single, list, usual) {
  const seen = new Set(); // usual pairs
  let bits = 0, count = 0, strangers = 0;
  return single.some((character, position) => {
    const again = position && single[position - 1] === character;
    const known = again ? 0 : Math.max(list.has(character) ? LEAST_BITS : STRANGE, bitsOf(list.get(character))) + APART;
    const pair = single.slice(Math.max(0, position - 1), position + 1).join("");
    const paired = pair.length === 2 && !seen.has(pair) && usual(...pair);
    if (paired) seen.add(pair);
    bits = Math.max(0, bits + known + (paired ? USUAL : 0));
    count = bits ? count + 1 : 0;
    strangers = list.has(character) ? Math.max(0, strangers + !again - paired * PAIRED) : 0;
    return strangers >= STRANGERS || (bits >= ENOUGH_APART && count >= LEAST_APART);
  });
}

// Whether at least SHORTEST characters of a run gather enough bits; one that comes again speaks for none.
function isRunTogether(run, list, usual) {
  const sums = [0];
  let least = Infinity;
  return run.some((character, position) => {
    const pair = position && (usual(run[position - 1], character) ? USUAL : UNUSUAL);
    const again = run.slice(Math.max(0, position - SHORTEST), position).includes(character);
    sums.push(sums[position] + (again ? AGAIN_HERE : bitsOf(list.get(character)) + pair));
    if (position + 1 < SHORTEST) return false;
    least = Math.min(least, sums[position + 1 - SHORTEST]);
    return sums[position + 1] - least >= ENOUGH_TOGETHER;
  });
}

function bitsOf(place) {
  return place === undefined ? STRANGE : RANKS.find(([end]) => place < end)[1];
}

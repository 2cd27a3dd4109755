// Chinese typed in Latin letters: in full ("tixian") or by initials ("yzm").

import { file, shard } from "./index.js";
import { CONCEPT, normalise } from "./text.js";

const LONGEST_PINYIN = 120; // letters
const LONGEST_SYLLABLE = 6;
const SKIPPED = 2.5; // what a letter costs that belongs to no syllable; a syllable costs 1

// The Chinese terms that the query's Latin words may be the pinyin of, with their boosts; null where they are none.
export async function pinyin(index, query) {
  if (!index.starts.pinyin.length) return null; // a language without Chinese
  const { syllables, phrases } = await file(index, "syllables");
  const wanted = [];
  const known = new Set(syllables.split(" "));
  const words = normalise(query, index.tables).match(/[a-z]+/g) ?? [];
  const typed = words.join("");
  for (const numbers of [phrases[typed], ...words.map((word) => phrases[word])]) {
    for (const number of numbers ?? []) wanted.push(["#" + number, 1]);
  }
  const read = typed.length <= LONGEST_PINYIN ? spelled(typed, known) : [];
  const found = await Promise.all(read.map(async (key) => (await shard(index, key, "pinyin"))[key] ?? []));
  for (const pair of found.flat()) {
    wanted.push([pair, 1]);
    for (const number of index.tables.phrases.get(pair) ?? []) wanted.push(["#" + number, CONCEPT]);
  }
  return wanted.length ? wanted : null;
}

// The pairs of neighbouring syllables, such as "ti xian", in letters read as the fewest syllables; what is none, such
// as "usdt" or a syllable not finished, is passed over. Empty where more than half would be.
export function spelled(letters, known) {
  const best = [{ cost: 0, from: 0 }]; // to each place: the cheapest last step
  for (let end = 1; end <= letters.length; end++) {
    best[end] = { cost: best[end - 1].cost + SKIPPED, from: end - 1, skipped: true };
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      if (!known.has(letters.slice(start, end))) continue;
      const cost = best[start].cost + 1 + (end - start === 1 ? 1 : 0); // a, e, o alone are rarely meant
      if (cost < best[end].cost) best[end] = { cost, from: start };
    }
  }
  const syllables = [];
  let skipped = 0;
  for (let end = letters.length; end > 0; end = best[end].from) {
    skipped += Boolean(best[end].skipped);
    syllables.unshift(best[end].skipped ? null : letters.slice(best[end].from, end));
  }
  if (skipped > letters.length / 2) return [];
  return syllables.slice(1).flatMap((syllable, place) => {
    return syllable && syllables[place] ? `${syllables[place]} ${syllable}` : [];
  });
}

// Is a text a recovery phrase or a private key? Then it must not be searched, shown in an address or kept.
//
// The one guard: the worker asks it, and scripts/search/secret.py runs it for the rules on the content. Nothing here
// looks anything up, so that it may be asked before anything is fetched.

import { judgeChinese, readCharacters } from "./secret-chinese.js";
import { keyIn } from "./secret-keys.js";
import { wordsOf } from "./secret-text.js";
import { judgeWords, listsFor, readPairs, readWords } from "./secret-words.js";

const IGNORED = /\p{Default_Ignorable_Code_Point}/gu; // nobody sees them
const MOST = 10_000; // characters

// What a text is: { kind, wants }. `kind` is "secret"; "hash", more often a transaction's than a key, and nobody can
// tell; "paused", words of a list so far, for which nothing should be fetched; or null. `wants` is the name of a list
// without which that is not certain, or null. `lists` holds those that are at hand, by name, as `readList` gave them.
// `warned`: a phrase was found just before, and this may be the rest of it.
export function judge(text, lists, warned = false) {
  text = text.slice(0, MOST).normalize("NFKC");
  const plain = text.replace(IGNORED, "");
  const kind = keyIn(plain);
  if (kind) return { kind, wants: null };
  const found = phraseIn(wordsOf(plain), lists, warned);
  if (found.kind === "secret" || found.wants || plain === text) return found;
  return phraseIn(wordsOf(text.replace(IGNORED, " ")), lists, warned); // nothing else may part them
}

// The lists in letters that words may be of; after a warning, those at hand for any word.
function* candidates(words, lists, warned) {
  if (warned) yield* [...lists.keys()].filter((name) => lists.get(name).weights);
  yield* listsFor(words, lists);
}

function phraseIn(words, lists, warned) {
  let paused = false;
  for (const name of candidates(words, lists, warned)) {
    if (paused && !lists.has(name)) continue; // from now on nothing is fetched, not even a list
    if (!lists.has(name)) return { kind: null, wants: name };
    const kind = judgeWords(words, lists.get(name), warned);
    if (kind === "secret") return { kind, wants: null };
    paused ||= kind === "paused";
  }
  const { kind, wants } = judgeChinese(words, lists, warned);
  return { kind: kind ?? (paused ? "paused" : null), wants };
}

// A list that secret.py wrote, by its name.
export function readList(name, written) {
  if (name === "pairs") return readPairs(written.pairs);
  return name.startsWith("zh") ? readCharacters(written) : readWords(written);
}

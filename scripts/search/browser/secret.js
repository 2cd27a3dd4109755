// Is a text a recovery phrase or a private key? Then it must not be searched, shown in an address or kept.
//
// The one guard: the worker asks it, and scripts/search/secret.py runs it for the rules on the content. Nothing here
// looks anything up, so that it may be asked before anything is fetched.

import { judgeChinese, readCharacters } from "./secret-chinese.js";
import { keyIn } from "./secret-keys.js";
import { wordsOf } from "./secret-text.js";
import { judgeWords, listsFor, readPairs, readWords } from "./secret-words.js";
import { INVISIBLE } from "./text.js";

// What a text is: { kind, wants }. `kind` is "secret"; "hash", far more often a transaction's than a key, and nobody can
// tell; "paused", words of a list so far, for which nothing should be fetched; or null. `wants` is the name of a list
// without which that is not certain, or null. `lists` holds those that are at hand, by name, as `readList` gave them.
export function judge(text, lists) {
  text = text.normalize("NFKC");
  const plain = text.replace(INVISIBLE, "");
  const kind = keyIn(plain);
  if (kind) return { kind, wants: null };
  const found = phraseIn(wordsOf(plain), lists);
  if (found.kind === "secret" || found.wants || plain === text) return found;
  return phraseIn(wordsOf(text.replace(INVISIBLE, " ")), lists); // nothing else may part them
}

function phraseIn(words, lists) {
  let paused = false;
  for (const name of listsFor(words, lists)) {
    if (!lists.has(name)) return { kind: null, wants: name };
    const kind = judgeWords(words, lists.get(name));
    if (kind === "secret") return { kind, wants: null };
    paused ||= kind === "paused";
  }
  const { kind, wants } = judgeChinese(words, lists);
  return { kind: kind ?? (paused ? "paused" : null), wants };
}

// A list that secret.py wrote, by its name.
export function readList(name, written) {
  if (name === "pairs") return readPairs(written.pairs);
  return name.startsWith("zh") ? readCharacters(written) : readWords(written);
}

// Is a text a recovery phrase or a private key? Then it must not be searched, shown in an address or kept.

import { INVISIBLE, concepts } from "./text.js";

const PHRASE_LENGTHS = [12, 15, 18, 21, 24];
// Words of ordinary Chinese sentences, which recovery phrases of as many characters hardly hold.
const FUNCTION_CHARACTERS = /[的了吗呢吧么怎没不我你他她在是有和就都被把给让想能会可]/;

// "secret", "hash" (64 hexadecimal digits: far more often a transaction's than a key) or null.
// `wordlists` is a function that loads the words of BIP-39; it is called only for a text that may hold them.
// `tables` are those of text.js: a Chinese text with words of the trade is a question, not a phrase.
export async function secretIn(text, wordlists, tables) {
  text = text.normalize("NFKC").replace(INVISIBLE, "").trim();
  if (/(^|[^0-9a-z])(0x)?[0-9a-f]{64}($|[^0-9a-z])/i.test(text)) return "hash";
  // private keys and extended private keys of Bitcoin, in base 58
  if (/\b([5KLc9][1-9A-HJ-NP-Za-km-z]{50,51}|[xyzt]prv[1-9A-HJ-NP-Za-km-z]{80,120})\b/.test(text)) return "secret";
  // single Chinese characters set apart: nobody writes a question so
  if (/(^|\s)([\u4e00-\u9fff][\s,，、]+){10,}[\u4e00-\u9fff](\s|$)/.test(text)) return "secret";
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length >= 11) {
    const known = new Set((await wordlists()).en.split(" "));
    if (words.filter((word) => known.has(word)).length >= Math.max(11, words.length * 0.8)) return "secret";
  }
  for (const run of text.match(/[\u4e00-\u9fff]+/g) ?? []) {
    if (!PHRASE_LENGTHS.includes(run.length) || FUNCTION_CHARACTERS.test(run)) continue;
    if (concepts([...run], "", tables).length) continue;
    const list = (await wordlists()).zh;
    if (await hasChecksum([...run].map((character) => list.indexOf(character)))) return "secret";
  }
  return null;
}

// Whether numbers of BIP-39 words end in the right checksum: one ordinary text in sixteen to 256 would.
async function hasChecksum(numbers) {
  if (numbers.includes(-1) || !globalThis.crypto?.subtle) return false;
  const bits = numbers.map((number) => number.toString(2).padStart(11, "0")).join("");
  const checked = bits.length / 33;
  const bytes = Uint8Array.from(bits.slice(0, -checked).match(/.{8}/g), (byte) => parseInt(byte, 2));
  const [first] = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return first.toString(2).padStart(8, "0").slice(0, checked) === bits.slice(-checked);
}

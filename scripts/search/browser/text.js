// What a token is: scripts/search/text.py in the browser. tests/data/tokens.json holds what both must agree on.

// How much a concept of the query counts beside a word that was typed as it stands.
export const CONCEPT = 0.8;

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const APOSTROPHES = /['`\u00b4\u2018\u2019]/g;
const JOINTS = /[-\u02d7\u058a\u05be\u1806\u2010-\u2015\u2043\u2212\u2500\u2796\u2e3a\u2e3b\u30a0\u30fc](?=[a-z0-9])/g;
const RUN = /[a-z0-9]+|[\u3400-\u9fff]+/g;
export const LONGEST_WORD = 30;
const NEGATIONS = new Set(
  ("not no never cant cannot wont dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt " +
   "shouldnt unable").split(" "));
export const STOP = new Set(
  ("a an the is are was were be been am i im ive my me mine you your it its this that these those to of in on at for " +
   "and or do does did can could should would will if so what how why when where who which with from has have had " +
   "any there by as about just they them he she we us our but than then too also please help need want get got " +
   "tpwallet").split(" "));

// The tables of a pack (index.py) as maps.
export function readTables(pack) {
  const [traditional, simplified] = pack.simplified.map((text) => [...text]);
  const phrases = new Map();
  pack.phrases.split("|").forEach((words, number) => {
    for (const phrase of words.split(";")) if (phrase) phrases.set(phrase, [...(phrases.get(phrase) ?? []), number]);
  });
  const isAscii = (phrase) => !/[\u0080-\uffff]/.test(phrase);
  const lengths = [...phrases.keys()].map((phrase) => (isAscii(phrase) ? phrase.split(" ").length : phrase.length));
  return {
    simplified: new Map(traditional.map((character, index) => [character, simplified[index]])),
    variants: pack.variants,
    phrases,
    longest: Math.max(0, ...lengths),
  };
}

// What stands instead of a dash: nothing after a letter alone or before a digit, as in e-mail, erc-20. Browsers of the
// baseline know no lookbehind.
function instead(dash, at, text) {
  if (!/[a-z]/.test(text.charAt(at - 1))) return dash;
  return /[0-9]/.test(text[at + 1]) || !/[a-z0-9]/.test(text.charAt(at - 2)) ? "" : dash;
}

export function normalise(text, tables) {
  text = text.normalize("NFKC").replace(INVISIBLE, "").toLowerCase();
  text = text.replace(APOSTROPHES, "").replace(JOINTS, instead);
  text = [...text].map((character) => tables.simplified.get(character) ?? character).join("");
  for (const [wrong, right] of tables.variants) text = text.replaceAll(wrong, right);
  return text;
}

export function stem(word) {
  if (NEGATIONS.has(word)) return "not";
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (word.endsWith("ies")) word = word.slice(0, -3) + "y";
  else if (/(ss|x|ch|sh)es$/.test(word)) word = word.slice(0, -2);
  else if (word.endsWith("s") && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
  for (const ending of ["ing", "ed"]) {
    const rest = word.slice(0, -ending.length);
    if (word.endsWith(ending) && rest.length >= 3 && /[aeiouy]/.test(rest)) {
      word = /([^lsz])\1$/.test(rest) ? rest.slice(0, -1) : rest;
      break;
    }
  }
  return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
}

export function tokens(text, tables) {
  const result = [];
  const stems = [];
  const telling = []; // the stems of words that say something
  for (const [run] of normalise(text, tables).matchAll(RUN)) {
    if (run < "\u0080") {
      if (run.length <= LONGEST_WORD) {
        stems.push(stem(run));
        if (!STOP.has(run)) telling.push(stems[stems.length - 1]);
      }
      continue;
    }
    if (run.length === 1) result.push(run);
    for (let index = 0; index + 1 < run.length; index++) result.push(run.slice(index, index + 2));
    result.push(...concepts([...run], "", tables));
  }
  const found = concepts(stems, " ", tables);
  const more = concepts(telling, " ", tables).filter((concept) => !found.includes(concept));
  result.push(...telling, ...found, ...more);
  return result.length ? result : stems; // "was this you" is all small words, and all there is
}

export function concepts(parts, joint, tables) {
  const found = [];
  for (let start = 0; start < parts.length; start++) {
    for (let length = Math.min(tables.longest, parts.length - start); length > 0; length--) {
      const numbers = tables.phrases.get(parts.slice(start, start + length).join(joint));
      if (numbers) {
        found.push(...numbers.map((number) => "#" + number));
        start += length - 1;
        break;
      }
    }
  }
  return found;
}

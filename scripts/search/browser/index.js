// The index of one language: its pack, the files beside it (index.py), and what belongs to each document.

import { fetchJson, once } from "./files.js";
import { readTables } from "./text.js";

const HAN = /[\u3400-\u9fff]/;
const NONE = ["", ""]; // a table of characters that turns none

// An index: a pack, and what belongs to each document: its article, kind, length, and the number of its section.
// `root` is the address of the site.
export function opened(root, code, pack) {
  const index = {
    ...pack,
    files: new Map(), // path to a file's content, as a promise
    folder: new URL(`search/${code}/`, root),
    tables: readTables({ ...pack, simplified: NONE }), // for the language's own script; see readScript
    sounds: readSounds(pack.sounds),
    articleOf: [], kindOf: [], lengths: [], sectionOf: [], // by document
    firsts: [], // by article: its first document
  };
  pack.lines.forEach((lines, article) => {
    const [title, lead, questions, ...headings] = lines.split(".");
    index.firsts.push(index.kindOf.length);
    add(index, article, "title", Number(title));
    add(index, article, "lead", Number(lead));
    for (const length of questions ? unpack(questions) : []) add(index, article, "question", length);
    headings.forEach((length, section) => add(index, article, "heading", Number(length), section));
  });
  return index;
}

function add(index, article, kind, length, section) {
  index.articleOf.push(article);
  index.kindOf.push(kind);
  index.lengths.push(length);
  index.sectionOf.push(section);
}

// The tables for a query in another script: the other language's, or Traditional Chinese, which is what is not among the
// common characters, all but 乾.
export async function readScript(index, query) {
  const text = query.normalize("NFKC");
  const other = index.sounds.size ? /[a-z]/i : HAN;
  const isTraditional = (character) => HAN.test(character) && !index.sounds.has(character);
  const wantsPhrases = !index.bilingual && other.test(text);
  const wantsTraditional = !index.simplified && [...text].some(isTraditional);
  if (!wantsPhrases && !wantsTraditional) return;
  const [script, simplified] = await Promise.all([
    wantsPhrases ? file(index, "script") : null,
    wantsTraditional ? file(index, "traditional") : null,
  ]);
  if (script && !index.bilingual) {
    const added = script.phrases.split("|");
    index.phrases = index.phrases.split("|").map((own, concept) => `${own};${added[concept]}`).join("|");
    index.bilingual = true;
  }
  if (simplified) index.simplified = simplified;
  index.tables = readTables({ ...index, simplified: index.simplified ?? NONE });
}

// How each common character sounds, unpacked: they stand in the order of GB 2312 (pinyin.py).
export function readSounds(packed) {
  const sounds = new Map();
  const decoder = new TextDecoder("gbk");
  let row = 0xb0, cell = 0xa1;
  for (const [, syllable, count] of packed.matchAll(/(\w+) (\d+)/g)) {
    for (let left = Number(count); left > 0; left--) {
      sounds.set(decoder.decode(new Uint8Array([row, cell])), syllable);
      if (++cell > 0xfe) [row, cell] = [row + 1, 0xa1];
    }
  }
  return sounds;
}

// The sections' texts, which are numbered after all other documents.
export async function addBodies(index) {
  const bodies = await file(index, "bodies");
  if (index.lengths.length === index.documents) return;
  bodies.forEach((lengths, article) => {
    lengths.forEach((length, section) => add(index, article, "body", length, section));
  });
}

// A file of the index, loaded once.
export function file(index, name, number) {
  const path = `${name}-${index.version}${number === undefined ? "" : "-" + number}.json`;
  return once(index.files, path, () => fetchJson(new URL(path, index.folder)));
}

// What a family of files in chunks holds of an article. The titles of few articles are in the pack.
export async function ofArticle(index, family, article) {
  if (index[family]) return index[family][article];
  return (await file(index, family, Math.floor(article / index.chunk)))[article % index.chunk];
}

// The number of the file that a term is in, if it is in any: the last that does not begin after it.
function placeOf(starts, term) {
  const after = starts.findIndex((start) => start > term);
  return after < 0 ? starts.length - 1 : Math.max(0, after - 1);
}

// The terms that share a file with this one: of the family "rare" those that only the sections' texts hold, of "pinyin"
// two syllables each, such as "ti xian". A family may be empty.
export async function shard(index, term, family = "terms") {
  const starts = index.starts[family];
  return starts.length ? file(index, family, placeOf(starts, term)) : Object.create(null);
}

// The first terms, at most so many, that begin with these letters.
export async function termsWith(index, letters, most = Infinity) {
  const starts = index.starts.terms;
  const found = [];
  for (let place = placeOf(starts, letters); place < starts.length && found.length < most; place++) {
    if (starts[place] > letters && !starts[place].startsWith(letters)) break;
    found.push(...Object.keys(await file(index, "terms", place)).filter((term) => term.startsWith(letters)));
  }
  return found.slice(0, most);
}

// The numbers of a posting, from their differences.
export function unpack(posting) {
  let number = 0;
  return posting.split(" ").map((difference) => (number += Number(difference)));
}

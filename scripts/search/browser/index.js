// The index of one language: its pack, the files beside it (index.py), and what belongs to each document.

import { fetchJson, once } from "./files.js";
import { readTables } from "./text.js";

// An index: a pack, and what belongs to each document: its article, kind, length, and the number of its section.
// `root` is the address of the site.
export function opened(root, code, pack) {
  const index = {
    ...pack,
    counts: pack.files, // of the files of each family
    files: new Map(), // path to a file's content, as a promise
    folder: new URL(`search/${code}/`, root),
    tables: readTables(pack),
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

// A family of one file is in the pack.
export function part(index, family, number) {
  return index[family] ?? file(index, family, number);
}

function shardOf(term, shards) {
  let code = 0;
  for (const character of term[0] >= "\u3400" ? term[0] : term) code = (code * 31 + character.charCodeAt(0)) % 65521;
  return code % shards;
}

// The terms that share a file with this one; with "rare", those that only the sections' texts hold.
export function shard(index, term, family = "terms") {
  return part(index, family, shardOf(term, index.counts[family]));
}

// The Latin terms that begin with a letter.
export async function wordsWith(index, letter) {
  const words = (await part(index, "words", shardOf(letter, index.counts.words)))[letter];
  return words ? words.split(" ") : [];
}

// The numbers of a posting, from their differences.
export function unpack(posting) {
  let number = 0;
  return posting.split(" ").map((difference) => (number += Number(difference)));
}

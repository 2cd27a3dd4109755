// The worker behind the search box: what it is asked, and what it answers. Published as one classic script: lunr.js,
// then all that is imported here (bundle.py).
//
// The page sends SETUP, and QUERY at each change of the text. The worker answers with READY once the language is loaded
// (what the interface says, and what people ask most), and with a RESULT: articles, of which the first have their best
// section, whether there may be `most` more, and a notice where there is something to say besides. FAILED says that
// nothing could be loaded, OUTDATED that what is published now belongs to another worker. All texts are plain: none is
// markup.

import { bare, fetchJson, once } from "./files.js";
import { opened } from "./index.js";
import { MOST_ARTICLES } from "./ranking.js";
import { search } from "./search.js";
import { judge, readList } from "./secret.js";
import { passages, shown } from "./showing.js";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, FAILED = 4, OUTDATED = 5;
// Milliseconds without a keystroke: after PAUSE, passages are fetched, and what only the sections' texts hold; where
// nothing is found, the other language after REST, which is much more.
const PAUSE = 120, REST = 1000;
const REST_WORDS = 3; // so many words of a list after a warning are no beginning of a question

let root; // address of the site
let reader; // code of the reader's language
const languages = new Map(); // code to the promise of its index
const lists = new Map(); // name to what the guard knows phrases by
let isReady = false;
let before = ""; // the last query
let release = 0; // how often the site was found published anew
let latest = 0; // number of the newest query; answers to older ones are dropped
let answered = 0; // number of the newest one that was answered
let warned = false; // of a phrase, just before
let shownLast = []; // items of the last answer

self.onmessage = ({ data: { type, data } }) => {
  if (type === SETUP) setUp(data);
  else if (type === QUERY) answer(String(data));
};

function setUp({ root: address, code, pack }) {
  [root, reader] = [address, code];
  if (pack) receive(code, bare(pack));
  tried(latest, ready);
}

// The reader's index; the page hears of the first one.
async function ready() {
  const index = await language(reader);
  if (!isReady) postMessage({ type: READY, data: { say: index.say, popular: index.popular } });
  isReady = true;
  return index;
}

function answer(query) {
  const number = ++latest;
  tried(number, () => find(query, number));
}

// Does something; if it fails because the site was published anew, once more with what is published now.
async function tried(number, work) {
  const begun = release;
  try {
    await work();
  } catch {
    if (number !== latest) return; // the newest query meets the same
    if (await renewed(begun)) await tried(number, work);
    else if (number === latest && (number > answered || !number)) postMessage({ type: FAILED });
  }
}

async function find(query, number) {
  const send = (data) => {
    if (number !== latest) return;
    answered = number;
    shownLast = data.items;
    postMessage({ type: RESULT, data: { ...data, query, most: data.items.length === MOST_ARTICLES } });
  };
  const index = await ready();
  const kind = await judged(query);
  if (number !== latest) return;
  if (kind === "paused" && warned) { // this may be the rest of the phrase: the warning stands, and is said again of more
    if (query.trim().split(/\s+/).length >= REST_WORDS) send(warning(index, "secret"));
    return;
  }
  if (query.trim()) warned = kind === "secret";
  if (kind === "paused") return send({ items: shownLast, notice: { paused: true, text: index.say.paused } });
  if (kind) return send(warning(index, kind));
  const typing = isTyped(query, before);
  before = query;
  let results = await search(index, query);
  if (results.length || !query.trim()) {
    send({ items: await shown(index, results, query) });
    await pause(PAUSE); // the reader may be typing still
  }
  if (number !== latest || !query.trim()) return;
  results = await search(index, query, true);
  if (results.length) return send({ items: await shown(index, results, query, passages(index, results)) });
  if (typing) {
    send({ items: [] });
    await pause(REST);
    if (number !== latest) return;
  }
  const other = await language(index.other);
  const elsewhere = await search(other, query, true);
  const notice = elsewhere.length ? { text: index.say.other } : { text: index.say.none, links: index.ways_on };
  send({ items: await shown(other, elsewhere, query, passages(other, elsewhere), true), notice });
}

// What is said instead of an answer when a text looks like a secret, or like the hash of a transaction.
function warning(index, kind) {
  const notice = { danger: true, title: index.say[`${kind}_title`], text: index.say[kind], links: index[kind] };
  return { items: [], notice };
}

// What the guard says of a text (secret.js), with the lists that it asks for. One that cannot be had holds nothing back.
async function judged(text) {
  for (;;) {
    const begun = release;
    const { kind, wants } = judge(text, lists, warned);
    if (!wants) return kind;
    const { lists: version } = await language(reader);
    const list = await fetchJson(new URL(`search/lists/${wants}-${version}.json`, root)).catch(() => null);
    if (list) lists.set(wants, readList(wants, list));
    else if (!(await renewed(begun))) return kind;
  }
}

function packOf(code, cache) {
  return fetchJson(new URL(`search/${code}/pack.json`, root), cache);
}

// Whether a line is being typed: it begins, or goes on from the last one. Else it was pasted, or came with the address.
function isTyped(query, last) {
  return query.length < 3 || (last !== "" && (query.startsWith(last) || last.startsWith(query)));
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function language(code) {
  return once(languages, code, async () => receive(code, await packOf(code)));
}

// The index of a pack, as a promise. One of another worker is never read: the page starts that worker.
function receive(code, pack) {
  const matches = pack.worker === self.VERSION;
  if (!matches) postMessage({ type: OUTDATED, data: pack.worker });
  languages.set(code, matches ? Promise.resolve(opened(root, code, pack)) : new Promise(() => {}));
  return languages.get(code);
}

// Whether what is published is no longer what was loaded at a release: this query notices it, or another one has. What
// was loaded is forgotten then.
async function renewed(since) {
  for (const code of new Set([reader, ...languages.keys()])) {
    if (release > since) break;
    const pack = await packOf(code, "no-cache").catch(() => null);
    const held = await Promise.resolve(languages.get(code)).catch(() => null);
    if (!pack || (held && held.version === pack.version && held.lists === pack.lists)) continue;
    languages.clear();
    lists.clear();
    before = "";
    release++;
    receive(code, pack);
  }
  return release > since;
}

// The worker behind the search box: what it is asked, and what it answers. Published as one classic script: lunr.js,
// then all that is imported here (bundle.py).
//
// Speaks Material's four messages: SETUP from the page, READY when the language is loaded, QUERY, RESULT. A RESULT
// holds articles, each with its best section, and a notice where there is something to say besides.

import { fetchJson, load, opened } from "./index.js";
import { search } from "./search.js";
import { secretIn } from "./secret.js";
import { passages, shown } from "./showing.js";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
// Milliseconds without a keystroke: after PAUSE, passages are fetched, and what only the sections' texts hold; where
// nothing is found, the other language after REST, which is much more.
const PAUSE = 120, REST = 1000;

let root; // address of the site
let loading; // the reader's language, as a promise
const languages = new Map(); // code to the promise of its index
let loadedWordlists; // as a promise, once they were needed
let before = ""; // the last query
let latest = 0; // number of the newest query; answers to older ones are dropped

self.onmessage = ({ data: { type, data } }) => {
  if (type === SETUP) {
    root = data.root;
    if (data.pack) languages.set(data.code, Promise.resolve(opened(root, data.code, data.pack)));
    loading = language(data.code);
    loading.then(() => postMessage({ type: READY }));
  } else if (type === QUERY) answer(String(data), ++latest);
};

async function answer(query, number) {
  const send = (data) => number === latest && postMessage({ type: RESULT, data: { ...data, query } });
  const index = await loading;
  const secret = await secretIn(query, wordlists, index.tables);
  if (secret) return send(warning(index, secret));
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
  send({ items: await shown(other, elsewhere, query, passages(other, elsewhere), other.name), notice });
}

// What is said instead of an answer when a text looks like a secret, or like the hash of a transaction.
function warning(index, kind) {
  return { items: [], notice: { danger: true, text: index.say[kind], links: index[kind] } };
}

// Whether a line is being typed: it begins, or goes on from the last one. Else it was pasted, or came with the address.
function isTyped(query, last) {
  return query.length < 3 || (last !== "" && (query.startsWith(last) || last.startsWith(query)));
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function language(code) {
  if (!languages.has(code)) languages.set(code, load(root, code));
  return languages.get(code);
}

// The words of recovery phrases.
function wordlists() {
  return (loadedWordlists ??= fetchJson(new URL("search/wordlists.json", root)));
}

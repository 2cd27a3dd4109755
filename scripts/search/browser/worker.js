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
const PAUSE = 120; // milliseconds without a keystroke, after which passages are fetched

let root; // address of the site
let loading; // the reader's language, as a promise
const languages = new Map(); // code to the promise of its index
let loadedWordlists; // as a promise, once they were needed
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
  let results = await search(index, query);
  if (results.length || !query.trim()) {
    send({ items: await shown(index, results, query) });
    await new Promise((resolve) => setTimeout(resolve, PAUSE)); // the reader may be typing still
  }
  if (number !== latest || !query.trim()) return;
  results = await search(index, query, true);
  if (results.length) return send({ items: await shown(index, results, query, passages(index, results)) });
  const other = await language(index.other);
  const elsewhere = await search(other, query, true);
  const notice = elsewhere.length ? { text: index.say.other } : { text: index.say.none, links: index.ways_on };
  send({ items: await shown(other, elsewhere, query, passages(other, elsewhere), other.name), notice });
}

// What is said instead of an answer when a text looks like a secret, or like the hash of a transaction.
function warning(index, kind) {
  return { items: [], notice: { danger: true, text: index.say[kind], links: index[kind] } };
}

function language(code) {
  if (!languages.has(code)) languages.set(code, load(root, code));
  return languages.get(code);
}

// The words of recovery phrases.
function wordlists() {
  return (loadedWordlists ??= fetchJson(new URL("search/wordlists.json", root)));
}

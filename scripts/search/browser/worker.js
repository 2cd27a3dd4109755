// The worker behind the search box. lunr.js, text.js and secret.js stand before it in the published file.
//
// Speaks Material's four messages: SETUP from the page, READY when the language is loaded, QUERY, RESULT. A RESULT holds
// articles, each with its best section, and a notice where there is something to say besides.

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const MOST_ARTICLES = 10;
const MOST_PREFIXED = 30; // terms that a begun word may become
const LONGEST_PINYIN = 120; // letters
const LONGEST_SYLLABLE = 6;
const SKIPPED = 2.5; // what a letter costs that belongs to no syllable; a syllable costs 1
const MOST_TOKENS = 60; // of a query; a longer one is an accident
const MAX_QUERY = 500; // characters

// How much a term counts that the reader did not type as it is.
const PREFIX = 0.5, FUZZY = 0.6, CONCEPT = 0.8;
// How much an article gains from its second, third and fourth best document.
const MORE = 0.5;
// How much a document gains that the query fills: a question typed as it stands.
const FILLED = 1;

let root; // address of the site
let loading; // the reader's language, as a promise
const languages = new Map(); // code to the promise of its index
let wordlists; // the words of recovery phrases, as a promise, once they were needed
let latest = 0; // number of the newest query; answers to older ones are dropped

onmessage = ({ data: { type, data } }) => {
  if (type === SETUP) {
    root = data.root;
    loading = language(data.code);
    loading.then(() => postMessage({ type: READY }));
  } else if (type === QUERY) answer(String(data), ++latest);
};

async function answer(query, number) {
  const send = (data) => number === latest && postMessage({ type: RESULT, data: { ...data, query } });
  const index = await loading;
  const secret = await secretIn(query, () => (wordlists ??= fetchJson(new URL("search/wordlists.json", root))), index.tables);
  if (secret) return send(warning(index, secret));
  let results = await search(index, query);
  if (results.length || !query.trim()) send({ items: shown(index, results, query) });
  if (number !== latest || !query.trim()) return;
  results = await search(index, query, true);
  if (results.length) return send({ items: shown(index, results, query, await readTexts(index, results)) });
  const other = await language(index.other);
  const elsewhere = await search(other, query, true);
  const notice = elsewhere.length ? { text: index.say.other } : { text: index.say.none, links: index.ways_on };
  send({ items: shown(other, elsewhere, query, await readTexts(other, elsewhere), other.name), notice });
}

// What is said instead of an answer when a text looks like a secret, or like the hash of a transaction.
function warning(index, kind) {
  const link = (article) => [index.articles[article][1], index.articles[article][0]];
  if (kind === "secret") return { items: [], notice: { danger: true, text: index.say.secret, links: [link(index.emergency)] } };
  return { items: [], notice: { danger: true, text: index.say.hash, links: index.hash.map(link) } };
}

function language(code) {
  if (!languages.has(code)) languages.set(code, load(code));
  return languages.get(code);
}

async function fetchJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

async function load(code) {
  const folder = new URL(`search/${code}/`, root);
  const pack = await fetchJson(new URL("pack.json", folder));
  const firsts = [];
  const articleOf = [], kindOf = [];
  pack.kinds.forEach((kinds, article) => {
    firsts.push(kindOf.length);
    for (const kind of kinds) articleOf.push(article), kindOf.push(kind);
  });
  const average = pack.lengths.reduce((sum, length) => sum + length, 0) / pack.lengths.length;
  return { ...pack, folder, firsts, articleOf, kindOf, average, tables: readTables(pack), loaded: new Map(), texts: new Map(), letters: new Map() };
}

// The terms that begin like `term`: of the short lines, or those that only the sections' texts hold ("rare").
async function shard(index, term, family = "terms") {
  const number = term.charCodeAt(0) % (family === "terms" ? index.shards : index.rare);
  const name = `${family}-${index.version}-${number}.json`;
  if (family === "terms" && index.terms) return index.terms;
  if (!index.loaded.has(name)) index.loaded.set(name, fetchJson(new URL(name, index.folder)));
  return index.loaded.get(name);
}

// The terms to look up for a query, with their boosts: what was typed, and what it may have meant.
async function expand(index, query) {
  const wanted = new Map();
  const want = (term, boost) => wanted.set(term, Math.max(boost, wanted.get(term) ?? 0));
  const typed = [...new Set(tokens(query, index.tables))].slice(0, MOST_TOKENS);
  const unfinished = normalise(query, index.tables).match(/[a-z0-9]+$|[\u3400-\u9fff]$/)?.[0];
  const unknown = [];
  for (const [term, terms] of await Promise.all(typed.map(async (term) => [term, await shard(index, term)]))) {
    if (term in terms) want(term, term[0] === "#" ? CONCEPT : 1);
    if (term[0] === "#") continue;
    // a word not finished yet; a single character
    const begun = unfinished && term === stem(unfinished) ? unfinished : term.length === 1 ? term : null;
    if (begun && !(term in terms)) {
      const longer = Object.keys(terms).filter((other) => other.startsWith(begun)).slice(0, MOST_PREFIXED);
      for (const other of longer) want(other, PREFIX);
      if (longer.length) continue;
    }
    if (!(term in terms) && /^[a-z]/.test(term)) unknown.push([term, terms]);
  }
  // longer than any word: perhaps a sentence in pinyin
  const long = /[a-z]{31}/.test(normalise(query, index.tables));
  const read = unknown.length || long ? await pinyin(index, query) : null;
  for (const [term, boost] of read ?? []) want(term, boost);
  if (!read) {
    for (const [term, terms] of unknown) {
      if (term.length < 4) continue;
      const close = lunr.TokenSet.fromArray(Object.keys(terms).sort()).intersect(lunr.TokenSet.fromFuzzyString(term, term.length < 8 ? 1 : 2));
      for (const other of close.toArray()) want(other, FUZZY);
    }
  }
  return wanted;
}

// The Chinese terms that the query's Latin words may be the pinyin of, with their boosts; null where they are none.
async function pinyin(index, query) {
  index.pinyin ??= fetchJson(new URL(`pinyin-${index.version}.json`, index.folder));
  const { syllables, phrases, letters } = await index.pinyin;
  if (!letters) return null; // a language without Chinese
  const wanted = [];
  const known = new Set(syllables.split(" "));
  const words = normalise(query, index.tables).match(/[a-z]+/g) ?? [];
  const typed = words.join("");
  for (const numbers of [phrases[typed], ...words.map((word) => phrases[word])]) {
    for (const number of numbers ?? []) wanted.push(["#" + number, 1]);
  }
  const read = typed.length <= LONGEST_PINYIN ? spelled(typed, known) : [];
  const found = await Promise.all(read.map(async (key) => {
    if (!letters.includes(key[0])) return [];
    const url = new URL(`pinyin-${index.version}-${key[0]}.json`, index.folder);
    if (!index.letters.has(key[0])) index.letters.set(key[0], fetchJson(url));
    return (await index.letters.get(key[0]))[key] ?? [];
  }));
  for (const pair of found.flat()) {
    wanted.push([pair, 1]);
    for (const number of index.tables.phrases.get(pair) ?? []) wanted.push(["#" + number, CONCEPT]);
  }
  return wanted.length ? wanted : null;
}

// The pairs of neighbouring syllables, such as "ti xian", in letters read as the fewest syllables; what is none, such as
// "usdt" or a syllable not finished, is passed over. Empty where more than half would be.
function spelled(letters, known) {
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
  return syllables.slice(1).flatMap((syllable, place) => (syllable && syllables[place] ? `${syllables[place]} ${syllable}` : []));
}

// Articles, best first. `deep` also looks into the sections' texts for what the short lines do not know.
async function search(index, query, deep = false) {
  query = query.slice(0, MAX_QUERY);
  const wanted = await expand(index, query);
  if (deep) for (const term of tokens(query, index.tables)) if (!wanted.has(term)) wanted.set(term, 1);
  const terms = [];
  for (const term of [...wanted.keys()].sort()) {
    let posting = (await shard(index, term))[term];
    if (deep) posting ??= (await shard(index, term, "rare"))[term];
    if (posting) terms.push([term, unpack(posting)]);
  }
  const results = ranked(index, terms, wanted);
  const typed = new Set(tokens(query, index.tables));
  const called = index.first.filter(([, lines]) => lines.some((words) => words.every((word) => typed.has(word))));
  const first = called.map(([article]) => results.find((result) => result.article === article) ?? { article, best: index.firsts[article], score: 0 });
  return [...first, ...results.filter((result) => !first.includes(result))].slice(0, MOST_ARTICLES);
}

// Results as Material shows them: for each article itself and its best section, in HTML.
function shown(index, results, query, texts, language) {
  const marked = marker(index, query);
  return results.map(({ article, best, score }, position) => {
    const [url, title, group, sections] = index.articles[article];
    const kinds = index.kinds[article];
    const place = best - index.firsts[article];
    // headings and texts come in the order of the sections
    const section = "hb".includes(kinds[place]) ? sections[place - kinds.indexOf(kinds[place])] : null;
    const text = texts?.[position];
    const passage = text ? marked(excerpt(index, section ? text[1 + sections.indexOf(section)] : text[0], query)) : "";
    const item = { location: url, title: `<small>${escaped(language ? `${language} · ${group}` : group)}</small>${marked(title)}`, text: passage && `<p>${passage}</p>`, score, terms: {} };
    if (!section || !section[0]) return [item];
    return [{ ...item, text: "" }, { ...item, location: `${url}#${section[0]}`, title: marked(section[1]) }];
  });
}

const PASSAGE = 120; // characters

// The part of a text that holds most of the query, in whole sentences where they are short.
function excerpt(index, text, query) {
  if (text.length <= PASSAGE) return text;
  const words = pieces(index, query);
  const plain = normalise(text, index.tables);
  const same = plain.length === text.length; // else places in one are not places in the other
  let best = 0, most = 0;
  for (let start = 0; same && start < text.length; start += 20) {
    const window = plain.slice(start, start + PASSAGE);
    const count = words.filter((word) => window.includes(word)).length;
    if (count > most) [best, most] = [start, count];
  }
  const from = best && Math.max(0, best - 10);
  return (from ? "…" : "") + text.slice(from, from + PASSAGE) + (from + PASSAGE < text.length ? "…" : "");
}

// What of a query can be marked in a text: Latin words, and pairs of Chinese characters.
function pieces(index, query) {
  return [...new Set(tokens(query, index.tables))].filter((token) => token[0] !== "#" && token.length > 1);
}

// A function that escapes a text and marks the query's words in it.
function marker(index, query) {
  const words = pieces(index, query).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (!words.length) return escaped;
  const pattern = new RegExp(words.map((word) => /^[a-z]/.test(word) ? `\\b${word}[a-z]*` : word).join("|"), "gi");
  return (text) => {
    let result = "", end = 0;
    for (const match of text.matchAll(pattern)) {
      result += `${escaped(text.slice(end, match.index))}<mark data-md-highlight>${escaped(match[0])}</mark>`;
      end = match.index + match[0].length;
    }
    return (result + escaped(text.slice(end))).replaceAll("</mark><mark data-md-highlight>", "");
  };
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function readTexts(index, results) {
  return Promise.all(results.map(({ article }) => fetchText(index, article)));
}

function fetchText(index, article) {
  if (!index.texts.has(article)) index.texts.set(article, fetchJson(new URL(`text-${index.version}-${article}.json`, index.folder)));
  return index.texts.get(article);
}

function unpack(posting) {
  let number = 0;
  return posting.split(" ").map((difference) => (number += Number(difference)));
}

// lunr's index of these terms alone; the weights are those that lunr gave them when the site was built.
function assemble(index, terms) {
  const vectors = new Map();
  const inverted = terms.map(([term, numbers], position) => {
    const counts = new Map();
    for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
    const idf = Math.log(1 + Math.abs((index.lengths.length - counts.size + 0.5) / (counts.size + 0.5)));
    const documents = {};
    for (const [number, count] of counts) {
      const length = 1 - index.b + index.b * (index.lengths[number] / index.average);
      const weight = (idf * ((index.k1 + 1) * count)) / (index.k1 * length + count) * index.boost[index.kindOf[number]];
      if (!vectors.has(number)) vectors.set(number, []);
      vectors.get(number).push(position, Math.round(weight * 1000) / 1000);
      documents[number] = {};
    }
    return [term, { _index: position, text: documents }];
  });
  return lunr.Index.load({
    version: lunr.version, fields: ["text"], pipeline: [], invertedIndex: inverted,
    fieldVectors: [...vectors].map(([number, vector]) => ["text/" + number, vector]),
  });
}

function ranked(index, terms, wanted) {
  if (!terms.length) return [];
  const rarity = new Map(terms.map(([term, numbers]) => [term, Math.log(1 + index.lengths.length / numbers.length)]));
  const found = assemble(index, terms).query((query) => {
    for (const [term] of terms) query.term(term, { usePipeline: false, boost: wanted.get(term) * rarity.get(term) });
  });
  // lunr knows how much of the query a document holds, but hardly how much of the document the query is
  const held = new Map();
  for (const [, numbers] of terms) for (const number of numbers) held.set(number, (held.get(number) ?? 0) + 1);
  const byArticle = new Map();
  for (const { ref, score } of found) {
    const number = Number(ref);
    const article = index.articleOf[number];
    const filled = Math.min(1, held.get(number) / Math.max(1, index.lengths[number]));
    if (!byArticle.has(article)) byArticle.set(article, []);
    byArticle.get(article).push([number, score * (1 + FILLED * filled)]);
  }
  for (const documents of byArticle.values()) documents.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return [...byArticle]
    .map(([article, documents]) => ({
      article,
      best: documents[0][0],
      score: documents[0][1] + MORE * documents.slice(1, 4).reduce((sum, [, score]) => sum + score, 0),
    }))
    .sort((a, b) => b.score - a.score || a.article - b.article)
    .slice(0, MOST_ARTICLES);
}

// The worker behind the search box. lunr.js, text.js and secret.js stand before it in the published file.
//
// Speaks Material's four messages: SETUP from the page, READY when the language is loaded, QUERY, RESULT. A RESULT holds
// articles, each with its best section, and a notice where there is something to say besides.

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const MOST_ARTICLES = 10;
const MOST_PREFIXED = 30; // terms that a begun word may become
const MOST_NEAR = 4; // pairs that a mistyped one may have been
const LONGEST_PINYIN = 120; // letters
const LONGEST_SYLLABLE = 6;
const SKIPPED = 2.5; // what a letter costs that belongs to no syllable; a syllable costs 1
const MOST_TOKENS = 60; // of a query; a longer one is an accident
const MAX_QUERY = 500; // characters
const PAUSE = 120; // milliseconds without a keystroke, after which passages are fetched

// How much a term counts that the reader did not type as it is.
const PREFIX = 0.5, FUZZY = 0.6, CONCEPT = 0.8, ALIKE = 0.7, NEAR = 0.2;
// How much an article gains from its second, third and fourth best document.
const MORE = 0.5;
// How much a document gains that the query fills: a question typed as it stands.
const FILLED = 1;
// How much an article counts as a whole, beside its best lines; and after how many lines a term is nothing new in it.
const WHOLE = 5, ENOUGH = 2;
// Of so many articles, the best as a whole, single lines are compared.
const CANDIDATES = 100;

let root; // address of the site
let loading; // the reader's language, as a promise
const languages = new Map(); // code to the promise of its index
let wordlists; // the words of recovery phrases, as a promise, once they were needed
let latest = 0; // number of the newest query; answers to older ones are dropped

onmessage = ({ data: { type, data } }) => {
  if (type === SETUP) {
    root = data.root;
    if (data.pack) languages.set(data.code, Promise.resolve(opened(data.code, data.pack)));
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
  if (results.length || !query.trim()) {
    send({ items: await shown(index, results, query) });
    await new Promise((resolve) => setTimeout(resolve, PAUSE)); // the reader may be typing still
  }
  if (number !== latest || !query.trim()) return;
  results = await search(index, query, true);
  if (results.length) return send({ items: await shown(index, results, query, readTexts(index, results)) });
  const other = await language(index.other);
  const elsewhere = await search(other, query, true);
  const notice = elsewhere.length ? { text: index.say.other } : { text: index.say.none, links: index.ways_on };
  send({ items: await shown(other, elsewhere, query, readTexts(other, elsewhere), other.name), notice });
}

// What is said instead of an answer when a text looks like a secret, or like the hash of a transaction.
function warning(index, kind) {
  return { items: [], notice: { danger: true, text: index.say[kind], links: index[kind] } };
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
  return opened(code, await fetchJson(new URL(`search/${code}/pack.json`, root)));
}

// An index: a pack, and what belongs to each document: its article, kind, length, and the number of its section.
function opened(code, pack) {
  const index = { ...pack, folder: new URL(`search/${code}/`, root), tables: readTables(pack), files: new Map(), counts: pack.files };
  index.sounds = readSounds(pack.sounds);
  Object.assign(index, { articleOf: [], kindOf: [], lengths: [], sectionOf: [], firsts: [] });
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

// The sections' texts, which are numbered after all other documents.
async function addBodies(index) {
  const bodies = await file(index, "bodies");
  if (index.lengths.length === index.documents) return;
  bodies.forEach((lengths, article) => lengths.forEach((length, section) => add(index, article, "body", length, section)));
}

// A file of the index, loaded once.
function file(index, name, number) {
  const path = `${name}-${index.version}${number === undefined ? "" : "-" + number}.json`;
  if (!index.files.has(path)) index.files.set(path, fetchJson(new URL(path, index.folder)));
  return index.files.get(path);
}

// A family of one file is in the pack.
function part(index, family, number) {
  return index[family] ?? file(index, family, number);
}

function shardOf(term, shards) {
  let code = 0;
  for (const character of term[0] >= "\u3400" ? term[0] : term) code = (code * 31 + character.charCodeAt(0)) % 65521;
  return code % shards;
}

// The terms that share a file with this one; with "rare", those that only the sections' texts hold.
function shard(index, term, family = "terms") {
  return part(index, family, shardOf(term, index.counts[family]));
}

// The Latin terms that begin with a letter.
async function wordsWith(index, letter) {
  const words = (await part(index, "words", shardOf(letter, index.counts.words)))[letter];
  return words ? words.split(" ") : [];
}

// The terms to look up for a query, with their boosts: what was typed, and what it may have meant.
async function expand(index, query) {
  const wanted = new Map();
  const want = (term, boost) => wanted.set(term, Math.max(boost, wanted.get(term) ?? 0));
  const typed = [...new Set(tokens(query, index.tables))].slice(0, MOST_TOKENS);
  const unfinished = normalise(query, index.tables).match(/[a-z0-9]+$|[\u3400-\u9fff]$/)?.[0];
  const unknown = [];
  const strange = new Map(); // pairs that no line holds, to the terms of their file
  const looked = typed.map(async (term) => [term, await shard(index, term), unfinished && term === stem(unfinished) && isLatin(term) ? await wordsWith(index, term[0]) : []]);
  for (const [term, terms, words] of await Promise.all(looked)) {
    if (term in terms) want(term, term[0] === "#" ? CONCEPT : 1);
    if (term[0] === "#" || term in terms) continue;
    // a word not finished yet; a single character
    const longer = isLatin(term) ? words.filter((other) => other.startsWith(unfinished)) : term.length === 1 ? Object.keys(terms).filter((other) => other[0] === term) : [];
    for (const other of longer.slice(0, MOST_PREFIXED)) want(other, PREFIX);
    if (!isLatin(term) && term.length === 2) strange.set(term, terms);
    if (!longer.length && isLatin(term)) unknown.push(term);
  }
  for (const [term, boost] of await corrections(index, query, strange)) want(term, boost);
  // longer than any word: perhaps a sentence in pinyin
  const long = /[a-z]{31}/.test(normalise(query, index.tables));
  const read = unknown.length || long ? await pinyin(index, query) : null;
  for (const [term, boost] of read ?? []) want(term, boost);
  if (!read) {
    const lists = await Promise.all(unknown.map(async (term) => [term, term.length < 4 ? [] : await wordsWith(index, term[0])]));
    for (const [term, words] of lists) {
      const close = lunr.TokenSet.fromArray(words).intersect(lunr.TokenSet.fromFuzzyString(term, term.length < 8 ? 1 : 2));
      for (const other of close.toArray()) want(other, FUZZY);
    }
  }
  return wanted;
}

function isLatin(term) {
  return /^[a-z]/.test(term);
}

// What a query may have meant that holds wrong characters, as terms with their boosts. A character is suspect if all
// its pairs are strange; as a keyboard of pinyin offers characters that sound alike, it stands for one of these.
async function corrections(index, query, strange) {
  const near = new Map(); // pairs of our lines that begin like a strange one, the most frequent first
  for (const [pair, terms] of strange) {
    const others = Object.keys(terms).filter((other) => other[0] === pair[0] && other.length === 2);
    near.set(pair, others.sort((a, b) => terms[b].length - terms[a].length));
  }
  const found = [...near.values()].flatMap((others) => others.slice(0, MOST_NEAR).map((other) => [other, NEAR]));
  const meant = []; // texts, as promises
  for (const [run] of normalise(query, index.tables).matchAll(/[\u3400-\u9fff]{2,}/g)) {
    for (let place = 0; place < run.length; place++) {
      const before = run.slice(Math.max(0, place - 1), place + 1), after = run.slice(place, place + 2);
      if ([before, after].some((pair) => pair.length === 2 && !strange.has(pair))) continue;
      const replaced = (character) => run.slice(0, place) + character + run.slice(place + 1);
      const alike = (near.get(before) ?? []).filter((other) => soundsLike(index, other[1], run[place]));
      meant.push(...alike.map((other) => replaced(other[1])));
      if (!alike.length && after.length === 2) meant.push(pairsLike(index, after).then((others) => others.map((other) => replaced(other[0]))));
    }
  }
  for (const text of (await Promise.all(meant)).flat()) found.push(...tokens(text, index.tables).map((term) => [term, ALIKE]));
  return found;
}

// The pairs of our lines that sound like this one and end like it.
async function pairsLike(index, pair) {
  const [first, second] = [...pair].map((character) => index.sounds.get(character));
  if (!first || !second || !index.pinyin.includes(first[0])) return [];
  const spoken = await file(index, "pinyin", first[0]);
  return (spoken[`${first} ${second}`] ?? []).filter((other) => other[1] === pair[1]);
}

function soundsLike(index, character, other) {
  return index.sounds.has(character) && index.sounds.get(character) === index.sounds.get(other);
}

// The Chinese terms that the query's Latin words may be the pinyin of, with their boosts; null where they are none.
async function pinyin(index, query) {
  const letters = index.pinyin;
  if (!letters) return null; // a language without Chinese
  const { syllables, phrases } = await file(index, "pinyin");
  const wanted = [];
  const known = new Set(syllables.split(" "));
  const words = normalise(query, index.tables).match(/[a-z]+/g) ?? [];
  const typed = words.join("");
  for (const numbers of [phrases[typed], ...words.map((word) => phrases[word])]) {
    for (const number of numbers ?? []) wanted.push(["#" + number, 1]);
  }
  const read = typed.length <= LONGEST_PINYIN ? spelled(typed, known) : [];
  const found = await Promise.all(read.map(async (key) => {
    return letters.includes(key[0]) ? ((await file(index, "pinyin", key[0]))[key] ?? []) : [];
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
  if (deep) await addBodies(index);
  const postings = await Promise.all([...wanted.keys()].sort().map(async (term) => {
    const posting = (await shard(index, term))[term];
    return [term, posting ?? (deep ? (await shard(index, term, "rare"))[term] : undefined)];
  }));
  const terms = postings.filter(([, posting]) => posting).map(([term, posting]) => [term, counted(unpack(posting))]);
  const results = ranked(index, terms, wanted);
  const typed = new Set(tokens(query, index.tables));
  const called = index.first.filter(([, lines]) => lines.some((words) => words.every((word) => typed.has(word))));
  const first = called.map(([article]) => results.find((result) => result.article === article) ?? { article, best: index.firsts[article], score: 0 });
  return [...first, ...results.filter((result) => !first.includes(result))].slice(0, MOST_ARTICLES);
}

// Results as Material shows them: for each article itself and its best section, in HTML. `texts` may still be loading.
async function shown(index, results, query, texts, language) {
  const marked = marker(index, query);
  const read = await texts;
  return Promise.all(results.map(async ({ article, best, score }, position) => {
    const [url, title, group, sections] = (await part(index, "articles", Math.floor(article / index.chunk)))[article % index.chunk];
    const number = index.sectionOf[best];
    const text = read?.[position][number === undefined ? 0 : number + 1];
    const passage = text ? `<p>${marked(excerpt(index, text, query))}</p>` : "";
    const item = { location: url, title: `<small>${escaped(language ? `${language} · ${group}` : group)}</small>${marked(title)}`, text: passage, score, terms: {} };
    const [anchor, heading] = sections[number] ?? [];
    if (!anchor) return [item];
    return [{ ...item, text: "" }, { ...item, location: `${url}#${anchor}`, title: marked(heading) }];
  }));
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
  return Promise.all(results.map(({ article }) => file(index, "text", article)));
}

function unpack(posting) {
  let number = 0;
  return posting.split(" ").map((difference) => (number += Number(difference)));
}

// The documents of a posting, in which a term stands once for each time it occurs, to these numbers of times.
function counted(numbers) {
  const counts = new Map();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

// lunr's index of these terms and the candidates' documents alone; the weights are those that lunr gave them when the
// site was built.
function assemble(index, terms, candidates) {
  const vectors = new Map();
  const inverted = terms.map(([term, counts], position) => {
    const idf = Math.log(1 + Math.abs((index.documents - counts.size + 0.5) / (counts.size + 0.5)));
    const documents = {};
    for (const [number, count] of counts) {
      if (!candidates.has(index.articleOf[number])) continue;
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

// The best articles. `terms` are pairs: a term, and how often it occurs in each of its documents.
function ranked(index, terms, wanted) {
  if (!terms.length) return [];
  const whole = asWhole(index, terms, wanted);
  const candidates = new Set([...whole.keys()].sort((a, b) => whole.get(b) - whole.get(a) || a - b).slice(0, CANDIDATES));
  const found = assemble(index, terms, candidates).query((query) => {
    for (const [term, counts] of terms) {
      query.term(term, { usePipeline: false, boost: wanted.get(term) * Math.log(1 + index.documents / counts.size) });
    }
  });
  // lunr knows how much of the query a document holds, but hardly how much of the document the query is
  const held = new Map();
  for (const [, counts] of terms) for (const [number, count] of counts) held.set(number, (held.get(number) ?? 0) + count);
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
      score: documents[0][1] + MORE * documents.slice(1, 4).reduce((sum, [, score]) => sum + score, 0) + WHOLE * whole.get(article),
    }))
    .sort((a, b) => b.score - a.score || a.article - b.article)
    .slice(0, MOST_ARTICLES);
}

// BM25 of each article as one document: what none of its lines holds alone, several may hold together.
function asWhole(index, terms, wanted) {
  const scores = new Map();
  for (const [term, counts] of terms) {
    const lines = new Map();
    for (const number of counts.keys()) lines.set(index.articleOf[number], (lines.get(index.articleOf[number]) ?? 0) + 1);
    const rarity = Math.log(1 + (index.lines.length - lines.size + 0.5) / (lines.size + 0.5));
    for (const [article, count] of lines) {
      scores.set(article, (scores.get(article) ?? 0) + (wanted.get(term) * rarity * count) / (count + ENOUGH));
    }
  }
  return scores;
}

// Which articles answer best: lunr's scores of single lines, and of each article as a whole.

export const MOST_ARTICLES = 10;
// How much an article gains from its second, third and fourth best document.
const MORE = 0.5;
// How much a document gains that the query fills: a question typed as it stands.
const FILLED = 1;
// How much an article counts as a whole, beside its best lines; and after how many lines a term is nothing new in it.
const WHOLE = 5, ENOUGH = 2;
// Of so many articles, the best as a whole, single lines are compared.
const CANDIDATES = 100;

// The best articles. `terms` are pairs: a term, and how often it occurs in each of its documents.
export function ranked(index, terms, wanted) {
  if (!terms.length) return [];
  const whole = asWhole(index, terms, wanted);
  const articles = [...whole.keys()].sort((a, b) => whole.get(b) - whole.get(a) || a - b);
  const candidates = new Set(articles.slice(0, CANDIDATES));
  const found = assemble(index, terms, candidates).query((query) => {
    for (const [term, counts] of terms) {
      query.term(term, { usePipeline: false, boost: wanted.get(term) * Math.log(1 + index.documents / counts.size) });
    }
  });
  // lunr knows how much of the query a document holds, but hardly how much of the document the query is
  const held = new Map();
  for (const [, counts] of terms) {
    for (const [number, count] of counts) held.set(number, (held.get(number) ?? 0) + count);
  }
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
    .map(([article, [[best, highest], ...others]]) => {
      const more = others.slice(0, 3).reduce((sum, [, score]) => sum + score, 0);
      return { article, best, score: highest + MORE * more + WHOLE * whole.get(article) };
    })
    .sort((a, b) => b.score - a.score || a.article - b.article)
    .slice(0, MOST_ARTICLES);
}

// BM25 of each article as one document: what none of its lines holds alone, several may hold together.
function asWhole(index, terms, wanted) {
  const scores = new Map();
  for (const [term, counts] of terms) {
    const lines = new Map();
    for (const number of counts.keys()) {
      const article = index.articleOf[number];
      lines.set(article, (lines.get(article) ?? 0) + 1);
    }
    const rarity = Math.log(1 + (index.lines.length - lines.size + 0.5) / (lines.size + 0.5));
    for (const [article, count] of lines) {
      scores.set(article, (scores.get(article) ?? 0) + (wanted.get(term) * rarity * count) / (count + ENOUGH));
    }
  }
  return scores;
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

// The documents of a posting, in which a term stands once for each time it occurs, to these numbers of times.
export function counted(numbers) {
  const counts = new Map();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

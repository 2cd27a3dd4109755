// From a query to articles: its terms, their postings, the best of what they lead to.

import { respelled } from "./compounds.js";
import { expand } from "./expansion.js";
import { addBodies, readScript, shard, unpack } from "./index.js";
import { MOST_ARTICLES, counted, ranked } from "./ranking.js";
import { tokens } from "./text.js";

const MAX_QUERY = 500; // characters

// Articles, best first. `deep` also looks into the sections' texts for what the short lines do not know.
export async function search(index, query, deep = false) {
  query = query.slice(0, MAX_QUERY);
  await readScript(index, query);
  query = await respelled(index, query);
  const wanted = await expand(index, query);
  if (deep) for (const term of tokens(query, index.tables)) if (!wanted.has(term)) wanted.set(term, 1);
  const postings = await Promise.all([...wanted.keys()].sort().map(async (term) => {
    const posting = (await shard(index, term))[term];
    if (posting || !deep) return [term, posting];
    const rare = (await shard(index, term, "rare"))[term];
    if (rare) await addBodies(index);
    return [term, rare];
  }));
  const terms = postings.filter(([, posting]) => posting).map(([term, posting]) => [term, counted(unpack(posting))]);
  const results = ranked(index, terms, wanted);
  const typed = new Set(tokens(query, index.tables));
  const called = index.first.filter(([, lines]) => lines.some((words) => words.every((word) => typed.has(word))));
  const first = called.map(([article]) => (
    results.find((result) => result.article === article) ?? { article, best: index.firsts[article], score: 0 }
  ));
  return [...first, ...results.filter((result) => !first.includes(result))].slice(0, MOST_ARTICLES);
}

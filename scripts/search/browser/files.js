// What the worker loads, each file once. A failure is forgotten: whatever asks again tries again.

const LONGEST_WAIT = 10_000; // milliseconds for a file

// What a file holds. Where it cannot be had, or holds something else (a host's page of errors, a part of itself), it is
// asked for once more, past the caches. Raises what the last attempt raised.
export async function fetchJson(url, cache = "default") {
  try {
    return await attempt(url, cache);
  } catch {
    return attempt(url, "reload");
  }
}

async function attempt(url, cache) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), LONGEST_WAIT);
  try {
    const response = await fetch(url, { cache, signal: stop.signal });
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return bare(await response.json());
  } finally {
    clearTimeout(timer);
  }
}

// The value of a key, as a promise: made once, unless that fails.
export function once(values, key, make) {
  if (!values.has(key)) {
    const value = make();
    values.set(key, value);
    value.catch(() => { if (values.get(key) === value) values.delete(key); });
  }
  return values.get(key);
}

// What was read from JSON, its objects without what JavaScript gives to all: "constructor" is a word like any other, in
// a file only if it was written there.
export function bare(value) {
  if (typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
  Object.values(value).forEach(bare);
  return value;
}

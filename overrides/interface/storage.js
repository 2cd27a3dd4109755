// What this site keeps on the reader's device: the language and the kind of account that were chosen, and that "/" opens
// no search. Where storage is forbidden or missing (private windows, in-app browsers) nothing is kept, and all works.
// Sites that share a host must not share it: the names begin with the path of the help center.

import { search } from "./place.js";

const NAMES = ["language", "kind", "slash"];
const path = new URL("..", search).pathname;

export function recall(name) {
  try {
    return localStorage.getItem(path + name);
  } catch {
    return null;
  }
}

// null forgets.
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(path + name);
    else localStorage.setItem(path + name, value);
  } catch {
    // nothing is kept
  }
}

export function forget() {
  for (const name of NAMES) keep(name, null);
}

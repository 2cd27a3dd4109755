// Opens the search. Nothing of it is loaded before the first sign of searching; then all at once: the interface of the
// search (search.js), the worker, and the pack of the reader's language.

import { kept } from "./address.js";
import { showFailure, showPanel } from "./panel.js";
import { search } from "./place.js";
import { keep, recall } from "./storage.js";

let box = null; // the page's one search: on the home page and the page of results a part of it, else in a dialog
let script = null; // of the interface, once it is asked for
let wasOnline = true; // when it was

export function setUpSearch() {
  box = document.querySelector("[data-search]");
  if (box) prepare();
  for (const link of document.querySelectorAll(".search-button")) {
    link.addEventListener("pointerdown", () => { if (box || makeDialog()) begin(); });
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !open()) return;
      event.preventDefault();
    });
  }
  addEventListener("keydown", (event) => {
    const isCombination = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const opens = isCombination ? event.key.toLowerCase() === "k" : event.key === "/" && isSlashOn(event);
    if (opens && open()) event.preventDefault();
  });
  for (const event of ["hashchange", "pageshow"]) addEventListener(event, () => { if (kept.query) open(); });
  setUpSlash();
}

// A single key must be one that can be turned off, and is a letter like any other where something is typed.
function isSlashOn({ target, altKey, isComposing, keyCode }) {
  const types = target.closest?.("input, textarea, select, [contenteditable]");
  return !types && !altKey && !isComposing && keyCode !== 229 && recall("slash") !== "off";
}

function setUpSlash() {
  const input = document.querySelector(".slash input");
  const show = () => document.documentElement.classList.toggle("no-slash", recall("slash") === "off");
  show();
  if (!input) return;
  input.checked = recall("slash") !== "off";
  input.addEventListener("change", () => {
    keep("slash", input.checked ? null : "off");
    show();
  });
}

// Puts the cursor into the search. False where the browser has no dialog: the link leads to the page of results, and
// takes along what the address asks for.
function open() {
  if (!box && !makeDialog()) {
    const query = kept.query && `q=${encodeURIComponent(kept.query)}`;
    for (const link of document.querySelectorAll(".search-button")) link.hash = query;
    return false;
  }
  const dialog = box.closest("dialog");
  if (dialog && !dialog.open) dialog.showModal();
  begin();
  const input = box.querySelector("input");
  input.value ||= kept.query;
  if (document.activeElement !== input) input.focus();
  return true;
}

function makeDialog() {
  if (!window.HTMLDialogElement) return false;
  const { code } = document.documentElement.dataset;
  const template = document.querySelector(`.search-template[data-language="${code}"]`);
  document.body.append(template.content.cloneNode(true));
  const dialog = document.querySelector(".search-dialog");
  box = dialog.querySelector("[data-search]");
  dialog.querySelector(".search-close").addEventListener("click", () => dialog.close());
  // in a field for searches it would only empty that; an input method's is its own
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (!event.isComposing && event.keyCode !== 229) dialog.close();
  });
  // a tap beside it: begun and ended there, or a text that is selected up to its edge would close it
  let isBeside = false;
  const lies = ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
  };
  dialog.addEventListener("pointerdown", (event) => { isBeside = lies(event); });
  dialog.addEventListener("click", (event) => { if (isBeside && lies(event)) dialog.close(); });
  prepare();
  return true;
}

function prepare() {
  const input = box.querySelector("input");
  input.addEventListener("focus", begin);
  input.addEventListener("input", () => {
    begin();
    if (!window.searchBegun.isHeard) showPanel(box, true); // which says that the search is being made ready
  });
  input.form.addEventListener("submit", (event) => event.preventDefault());
}

function begin() {
  if (script) return;
  box.classList.add("md-search--begun");
  const folder = new URL(".", search);
  if (!window.searchBegun) {
    const { code } = document.documentElement.dataset; // <html lang> is a translator's
    const worker = new Worker(new URL("worker.js", folder));
    const pack = fetch(new URL(`${code}/pack.json`, folder));
    const begun = { worker, pack, folder, code, isBroken: false, wasOnline: navigator.onLine };
    worker.onerror = () => { begun.isBroken = true; };
    begun.pack.catch(() => {}); // whoever waits for it hears of it
    window.searchBegun = begun;
  }
  wasOnline = navigator.onLine;
  script = document.createElement("script");
  script.src = search;
  // a host's page of errors, or a part of the file, arrives as well, and does nothing
  script.onload = () => { if (!window.searchBegun.isHeard) fail(); };
  script.onerror = fail;
  document.head.append(script);
}

// The interface cannot be had: the next sign tries again, or the connection that comes back, be it meanwhile.
function fail() {
  script.remove();
  script = null;
  if (!wasOnline && navigator.onLine) {
    begin();
    return;
  }
  showFailure(box);
  showPanel(box, box.contains(document.activeElement));
  addEventListener("online", begin, { once: true });
}

// The search as a reader meets it: a field and links below it, in a dialog (WAI-ARIA's modal dialog), on the home page or
// on the page of results. Links, not the options of a combobox: they can be opened in another tab, copied, and read one
// by one by a screen reader; arrows move along them, Enter in the field opens the first.
//
// Loaded with the first sign of searching (opener.js), which has begun with the worker and the pack.

import { kept } from "./address.js";
import { Connection } from "./connection.js";
import { showFailure, showPanel } from "./panel.js";
import { element, itemOf, noticeOf, popularOf } from "./results.js";

const LONGEST_SILENCE = 1_000; // milliseconds without an answer, after which the reader is told to wait
const WORD_PAUSE = 1_000; // milliseconds without a key, after which a word has ended
const SPEECH_PAUSE = 600; // milliseconds without an answer, after which the number of results is said

const begun = window.searchBegun;
const root = new URL("..", begun.folder);
const box = document.querySelector("[data-search]");
const dialog = box.closest("dialog");
const isPage = box.dataset.search === "page";
const input = box.querySelector("input");
const output = box.querySelector(".md-search__output");
const status = box.querySelector("[role=status]");
const noticePlace = box.querySelector(".search-notice");
const list = box.querySelector("ol");
const failure = box.querySelector(".search-failed");
const popular = element("div", { className: "search-popular" });
const more = element("p", { className: "search-more" });

let say = {}; // the words of the reader's language
let answered = ""; // what was searched last, and is no secret
let warned = false; // the field was emptied, and the warning stands
let letter = -Infinity; // when the last letter was typed
let dropping = false; // the rest of the word that was being typed when the warning came
let leaving = false; // by a link, after which Back finds the search again
let folded = !box.contains(document.activeElement); // until something is typed, or the field is pressed
let speech = 0;
let silence = 0;
let addressing = 0;

const loading = status.textContent;
const connection = new Connection(begun, { ready, show, fail, text: () => input.value });

output.append(popular, more);
input.addEventListener("input", ({ inputType = "" }) => typed(inputType));
input.form.addEventListener("reset", () => setTimeout(() => { typed(); input.focus(); }));
for (const event of ["focus", "pointerdown"]) input.addEventListener(event, unfold);
box.addEventListener("keydown", pressed);
dialog?.addEventListener("close", closed);
if (!dialog) {
  const leave = (target) => { if (target && !target.closest("[data-search], [data-language-switch]")) fold(); };
  addEventListener("pointerdown", ({ target }) => leave(target));
  box.addEventListener("focusout", ({ relatedTarget }) => leave(relatedTarget));
}
addEventListener("online", () => { if (!failure.hidden) connection.ask(); });
for (const event of ["hashchange", "pageshow"]) addEventListener(event, searchAddress);
// leaving by a result or to the other language: Back, or that page, finds the search again
addEventListener("click", (event) => {
  const link = event.target.closest(".md-search__output a, [data-language-switch]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.pathname === location.pathname && !isPage) {
    dialog?.close(); // what was found is on this page
    fold();
  } else {
    keepQuery();
  }
}, { capture: true });

begun.isHeard = true;
failure.hidden = true;
if (!input.value) searchAddress();
connection.ask();
lay();

// What an address asks for is searched as if it were typed.
function searchAddress() {
  const { query } = kept;
  if (!query || query === input.value) return;
  input.value = query;
  connection.ask();
}

function typed(how = "") {
  if (isRest(how.startsWith("insertFrom"))) {
    input.value = "";
    return;
  }
  if (input.value) warned = false;
  if (!isPage && kept.query !== input.value) kept.query = "";
  unfold();
  connection.ask();
  clearTimeout(silence);
  if (input.value) silence = setTimeout(wait, LONGEST_SILENCE);
}

// What was found before is no answer to what is in the field.
function wait() {
  list.replaceChildren();
  more.hidden = popular.hidden = true;
  status.classList.remove("visually-hidden");
  status.textContent = loading;
}

// Whether this is a letter more of the word in which the warning came. What was pasted, or came with the address, was
// whole.
function isRest(isPasted) {
  const now = performance.now();
  const is = dropping && now - letter < WORD_PAUSE && input.value.length === 1;
  dropping = is && input.value.trim() !== "";
  letter = isPasted ? -Infinity : now;
  return is;
}

// While characters are composed, keys are the input method's; Safari says so by 229 alone.
function pressed(event) {
  if (event.isComposing || event.keyCode === 229 || event.altKey || event.shiftKey || event.ctrlKey) return;
  const links = [...output.querySelectorAll("a")].filter((link) => link.offsetParent);
  const at = links.indexOf(document.activeElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    unfold();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (next < 0) input.focus();
    else links[next]?.focus();
  } else if (event.key === "Enter" && event.target === input) {
    if (!isPage && isOpen() && input.value && input.value === answered) list.querySelector("a")?.click();
    if (isPage && matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard hides what was found
  } else if (event.key === "Escape" && !dialog) {
    event.preventDefault(); // in a field for searches it would only empty that
    input.focus();
    fold();
  }
}

// What is below the field shows where there is something to show, and the reader has not turned away.
function lay() {
  const isShown = !folded && Boolean(input.value || !noticePlace.hidden || !failure.hidden);
  const opens = isShown && !isOpen();
  showPanel(box, isPage || isShown);
  // a phone's keyboard leaves little room below the field
  if (opens && box.dataset.search === "home" && innerWidth < 960) box.scrollIntoView();
}

function unfold() {
  folded = false;
  lay();
}

function fold() {
  folded = true;
  lay();
  if (!isPage) closed();
}

function isOpen() {
  return dialog ? dialog.open : box.classList.contains("md-search--open");
}

function closed() {
  if (!leaving) kept.query = "";
}

function keepQuery() {
  if (isOpen() && input.value && input.value === answered) kept.query = input.value;
  leaving = true;
  setTimeout(() => { leaving = false; });
}

// On the page of results the address follows what is searched, when the reader has stopped typing.
function keepSoon() {
  clearTimeout(addressing);
  addressing = setTimeout(() => { kept.query = answered; }, SPEECH_PAUSE);
}

function ready(data) {
  ({ say } = data);
  status.textContent = "";
  popular.replaceChildren(...popularOf(data, root, dialog));
  showPopular();
}

function showPopular() {
  popular.hidden = Boolean(input.value) || !noticePlace.hidden || box.dataset.search === "home";
}

// An answer of the worker, unless it is to the empty field after a warning, which stands.
function show({ query, items, notice, most }) {
  clearTimeout(silence);
  if (warned && !query) return;
  answered = notice?.danger || notice?.paused ? "" : query;
  failure.hidden = true;
  showNotice(notice);
  const focused = list.contains(document.activeElement) && document.activeElement.href;
  list.replaceChildren(...items.map((item) => itemOf(item, root)));
  if (focused) ([...list.querySelectorAll("a")].find(({ href }) => href === focused) ?? input).focus();
  if (notice?.danger) {
    warned = true;
    dropping = true;
    input.value = "";
    kept.query = "";
  }
  if (isPage) keepSoon();
  showPopular();
  lay();
  showMore(items.length);
  status.classList.toggle("visually-hidden", !items.length); // what it says then stands in the notice
  speak(count(items.length, most, notice, query));
}

function showNotice(notice) {
  noticePlace.hidden = !notice;
  noticePlace.className = `search-notice${notice?.danger ? " search-notice--danger" : ""}`;
  if (notice?.danger) noticePlace.setAttribute("role", "alert");
  else noticePlace.removeAttribute("role");
  noticePlace.replaceChildren(...(notice ? noticeOf(notice, root) : []));
}

function count(found, most, notice, query) {
  if (notice?.danger || !query) return "";
  if (!found) return notice?.text ?? "";
  const words = found === 1 ? say.found_one : most ? say.most : say.found;
  return [notice?.text, words.replace("{count}", found)].filter(Boolean).join(" ");
}

// Said once, when the reader has stopped typing.
function speak(text) {
  clearTimeout(speech);
  // the same sentence again would not be said
  const again = () => text && text === status.textContent;
  speech = setTimeout(() => { status.textContent = again() ? `${text}\u00a0` : text; }, SPEECH_PAUSE);
}

// Below the results of a dialog: the page that holds them.
function showMore(found) {
  more.hidden = !found || isPage;
  if (more.hidden) return;
  const page = document.querySelector(`.search-button[data-language="${begun.code}"]`);
  const url = new URL(page.href);
  url.hash = `q=${encodeURIComponent(input.value)}`;
  more.replaceChildren(
    element("a", { href: url.href, textContent: say.page }),
    element("span", { className: "search-keys", textContent: say.keys }),
  );
}

function fail() {
  clearTimeout(silence);
  clearTimeout(speech);
  showFailure(box);
  showNotice(null);
  list.replaceChildren();
  more.hidden = popular.hidden = true;
  lay();
}

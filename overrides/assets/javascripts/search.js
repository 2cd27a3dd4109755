// Stands between Material's search box and the worker behind it. Material starts its worker on every page; this one
// begins only when a reader shows the first sign of searching. It is started anew when it fails, or when the site was
// published anew under an open page; and what it says besides results is shown here.
// A classic script before Material's: it must be there when that starts (material.py lets it use SearchWorker).

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, FAILED = 4, OUTDATED = 5;
const LONGEST_START = 20_000; // milliseconds
const WORD_PAUSE = 1_000; // milliseconds without a key, after which a word has ended

const folder = new URL(document.currentScript.dataset.folder, location.href);
const root = new URL("..", folder);
const searchBox = document.querySelector(".md-search__input");
const searchToggle = document.getElementById("__search");
const noticePlace = document.querySelector(".search-notice");

// oxlint-disable-next-line no-unused-vars -- Material's script makes one
class SearchWorker extends EventTarget {
  #worker = null;
  #version = ""; // of the worker that is asked for, where a host or a cache might give another one
  #starts = 0;
  #timer = 0;
  #isSetUp = false;
  #answered = ""; // what was searched last, and is no secret
  #warned = false; // the box was emptied, and the warning stands
  #letter = -Infinity; // when the last letter was typed
  #dropping = false; // the rest of the word that was being typed when the warning came
  #leaving = false; // by a link, which closes the search as well

  constructor() {
    super();
    searchBox.addEventListener("focus", () => this.#start());
    for (const box of document.querySelectorAll(".hero__search, label[for=__search]")) {
      box.addEventListener("pointerdown", () => this.#start());
    }
    searchBox.addEventListener("input", ({ inputType }) => this.#typed(inputType));
    searchBox.form.addEventListener("reset", () => this.#typed());
    searchBox.form.addEventListener("submit", (event) => event.preventDefault());
    searchToggle.addEventListener("change", () => { if (!searchToggle.checked) this.#closed(); });
    addEventListener("online", () => { if (hasFailed()) this.#ask(); });
    addEventListener("hashchange", () => this.#open());
    addEventListener("pageshow", ({ persisted }) => { if (persisted) this.#open(); });
    // leaving by a result or to the other language: Back, or that page, finds the search again
    addEventListener("click", ({ target }) => {
      if (target.closest(".md-search-result a, [data-language-switch]")) this.#keep();
    }, { capture: true });
    // while characters are composed, keys are the input method's; Safari says so by 229 alone
    addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
      else if (event.key === "Enter" && event.target === searchBox) this.#keep();
    }, { capture: true });
    this.#open();
  }

  // From Material: its SETUP needs an index that we do not fetch, and what it asks is in the box.
  postMessage() {}

  // What an address asks for is searched as if it were typed.
  #open() {
    const query = kept.query;
    if (!query || (query === searchBox.value && searchToggle.checked)) return;
    if (!searchToggle.checked) searchToggle.click();
    searchBox.value = query;
    searchBox.focus();
    this.#ask();
  }

  #typed(how = "") {
    if (this.#isRest(how.startsWith("insertFrom"))) {
      searchBox.value = "";
      return;
    }
    if (searchBox.value) this.#warned = false;
    if (kept.query !== searchBox.value) kept.query = "";
    // Material listens to keys alone; a phone may paste, dictate or complete a word without any
    searchBox.dispatchEvent(new KeyboardEvent("keyup"));
    this.#ask();
  }

  // Whether this is a letter more of the word in which the warning came. What was pasted, or came with the address, was
  // whole.
  #isRest(isPasted) {
    const now = performance.now();
    const is = this.#dropping && now - this.#letter < WORD_PAUSE && searchBox.value.length === 1;
    this.#dropping = is && searchBox.value.trim() !== "";
    this.#letter = isPasted ? -Infinity : now;
    return is;
  }

  #keep() {
    if (searchBox.value && searchBox.value === this.#answered) kept.query = searchBox.value;
    this.#leaving = true;
    setTimeout(() => { this.#leaving = false; });
  }

  #closed() {
    if (!this.#leaving) kept.query = "";
  }

  #ask() {
    this.#start();
    if (this.#isSetUp) this.#worker.postMessage({ type: QUERY, data: searchBox.value });
  }

  #start() {
    if (this.#worker) return;
    const { code } = document.querySelector(".md-search").dataset; // the 404 page decides late
    const address = new URL("worker.js", folder);
    // an address of its own, where what came by the plain one was of no use
    address.search = [this.#version, this.#starts || ""].filter(Boolean).join("-");
    const worker = new Worker(address);
    this.#worker = worker;
    this.#timer = setTimeout(() => this.#fail(), LONGEST_START);
    worker.addEventListener("error", () => { if (worker === this.#worker) this.#fail(); });
    worker.addEventListener("message", ({ data }) => { if (worker === this.#worker) this.#hear(data); });
    // fetched here, beside the worker's own code, instead of after it
    fetch(new URL(`${code}/pack.json`, folder))
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null) // the worker tries again
      .then((pack) => {
        if (worker !== this.#worker) return;
        worker.postMessage({ type: SETUP, data: { root: root.href, code, pack } });
        this.#isSetUp = true;
        this.#ask();
      });
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#worker.terminate();
    this.#worker = null;
    this.#isSetUp = false;
  }

  // A worker that cannot go on is started anew at the next sign.
  #fail() {
    this.#stop();
    this.#starts++;
    showFailure();
  }

  #hear({ type, data }) {
    clearTimeout(this.#timer);
    if (type === OUTDATED) this.#renew(data);
    else if (type === FAILED) showFailure();
    else if (type === READY) this.#tell(type);
    else if (type === RESULT && !(this.#warned && !data.query)) this.#show(data);
  }

  #show(data) {
    const { notice } = data;
    this.#answered = notice?.danger || notice?.paused ? "" : data.query;
    showNotice(notice, data.items.length > 0);
    if (notice?.danger) {
      this.#warned = true;
      this.#dropping = true;
      searchBox.value = "";
      kept.query = "";
    }
    this.#tell(RESULT, data);
  }

  // A message to Material; it hears nothing before READY.
  #tell(type, data) {
    this.dispatchEvent(new MessageEvent("message", { data: { type, data } }));
  }

  // The site was published anew, with another worker.
  #renew(version) {
    if (version === this.#version) {
      this.#fail(); // what the host gives does not fit together
      return;
    }
    this.#version = version;
    this.#stop();
    this.#ask();
  }
}

// A heading, a sentence, and links with their titles, above the results or in their place. Text only: none is markup.
function showNotice(notice, hasResults) {
  noticePlace.hidden = !notice;
  noticePlace.setAttribute("role", notice?.danger ? "alert" : "status");
  noticePlace.className = "search-notice";
  noticePlace.classList.toggle("search-notice--danger", Boolean(notice?.danger));
  noticePlace.classList.toggle("search-notice--alone", !hasResults);
  if (!notice) return noticePlace.replaceChildren();
  const heading = notice.title ? [Object.assign(document.createElement("strong"), { textContent: notice.title })] : [];
  const sentence = Object.assign(document.createElement("p"), { textContent: notice.text });
  const list = document.createElement("ul");
  for (const [title, url] of notice.links ?? []) {
    const link = Object.assign(document.createElement("a"), { href: new URL(url, root), textContent: title });
    list.append(document.createElement("li"));
    list.lastChild.append(link);
  }
  noticePlace.replaceChildren(...heading, sentence, ...(notice.links ? [list] : []));
}

// What the page itself holds for this: nothing could be loaded.
function showFailure() {
  noticePlace.hidden = false;
  noticePlace.className = "search-notice search-notice--failed search-notice--alone";
  noticePlace.replaceChildren(...document.querySelector(".search-failed").cloneNode(true).children);
}

function hasFailed() {
  return noticePlace.classList.contains("search-notice--failed");
}

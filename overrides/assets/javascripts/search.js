// Stands between Material's search box and the worker behind it. Material starts its worker on every page; this one
// begins only when a reader shows the first sign of searching, and shows what the worker says besides results.
// A classic script before Material's: it must be there when that starts (material.py lets it use SearchWorker).

const SETUP = 0, RESULT = 3;
const folder = new URL(document.currentScript.dataset.folder, location.href);
const root = new URL("..", folder);

// oxlint-disable-next-line no-unused-vars -- Material's script makes one
class SearchWorker extends EventTarget {
  #worker;

  constructor() {
    super();
    const input = document.querySelector(".md-search__input");
    input.addEventListener("focus", () => this.#start(), { once: true });
    for (const box of document.querySelectorAll(".hero__search, label[for=__search]")) {
      box.addEventListener("pointerdown", () => this.#start(), { once: true });
    }
    if (new URLSearchParams(location.search).has("q")) this.#start();
    // Material listens to keys alone; a phone may paste, dictate or complete a word without any.
    input.addEventListener("input", () => input.dispatchEvent(new KeyboardEvent("keyup")));
  }

  // Material's messages come only after READY, so there is a worker by then. Its SETUP needs an index we do not fetch.
  postMessage(message) {
    if (message.type !== SETUP) this.#worker?.postMessage(message);
  }

  #start() {
    if (this.#worker) return;
    const code = document.documentElement.lang.startsWith("en") ? "en" : "zh"; // the 404 page decides late
    this.#worker = new Worker(new URL("worker.js", folder));
    this.#worker.addEventListener("message", ({ data }) => {
      if (data.type === RESULT) showNotice(data.data.notice);
      this.dispatchEvent(new MessageEvent("message", { data }));
    });
    // fetched here, beside the worker's own code, instead of after it
    fetch(new URL(`${code}/pack.json`, folder))
      .then((response) => response.json())
      .catch(() => null)
      .then((pack) => this.#worker.postMessage({ type: SETUP, data: { root: root.href, code, pack } }));
  }
}

// A sentence, and links with their titles. Text only: nothing here is markup.
function showNotice(notice) {
  const place = document.querySelector(".search-notice");
  place.hidden = !notice;
  place.classList.toggle("search-notice--danger", Boolean(notice?.danger));
  if (!notice) return place.replaceChildren();
  const sentence = document.createElement("p");
  sentence.textContent = notice.text;
  const list = document.createElement("ul");
  for (const [title, url] of notice.links ?? []) {
    const link = Object.assign(document.createElement("a"), { href: new URL(url, root), textContent: title });
    list.append(document.createElement("li"));
    list.lastChild.append(link);
  }
  place.replaceChildren(sentence, list);
  if (notice.danger) forgetAddress();
}

// What looks like a secret must not stay in the address or the history.
function forgetAddress() {
  const address = new URL(location.href);
  if (!address.searchParams.has("q")) return;
  address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}

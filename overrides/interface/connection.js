// The worker behind the search. It is started anew when it fails, or when the site was published anew under an open page.

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, FAILED = 4, OUTDATED = 5;
const LONGEST_START = 20_000; // milliseconds

export class Connection {
  #worker = null;
  #version = ""; // of the worker that is asked for, where a host or a cache might give another one
  #starts = 0;
  #timer = 0;
  #wasOnline = true; // when the worker was asked for
  #isSetUp = false;
  #begun; // what the page began with: { worker, pack, folder, code, isBroken }
  #reader; // what is told: { ready, show, fail }, and asked: text()

  constructor(begun, reader) {
    this.#begun = begun;
    this.#reader = reader;
  }

  // Searches what is in the field.
  ask() {
    this.#start();
    if (this.#isSetUp) this.#worker.postMessage({ type: QUERY, data: this.#reader.text() });
  }

  #start() {
    if (this.#worker) return;
    const { folder, code } = this.#begun;
    const pack = this.#begun.pack ?? fetch(new URL(`${code}/pack.json`, folder));
    const worker = this.#begun.worker && !this.#begun.isBroken ? this.#begun.worker : this.#newWorker();
    this.#wasOnline = worker === this.#begun.worker ? this.#begun.wasOnline : navigator.onLine;
    this.#begun.worker = this.#begun.pack = null;
    this.#worker = worker;
    this.#timer = setTimeout(() => this.#fail(), LONGEST_START);
    worker.onerror = () => { if (worker === this.#worker) this.#fail(); };
    worker.onmessage = ({ data }) => { if (worker === this.#worker) this.#hear(data); };
    // fetched here, beside the worker's own code, instead of after it
    pack
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null) // the worker tries again
      .then((read) => {
        if (worker !== this.#worker) return;
        worker.postMessage({ type: SETUP, data: { root: new URL("..", folder).href, code, pack: read } });
        this.#isSetUp = true;
        this.ask();
      });
  }

  #newWorker() {
    const address = new URL("worker.js", this.#begun.folder);
    // an address of its own, where what came by the plain one was of no use
    address.search = [this.#version, this.#starts || ""].filter(Boolean).join("-");
    return new Worker(address);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#worker.terminate();
    this.#worker = null;
    this.#isSetUp = false;
  }

  // A worker that cannot go on is started anew at the next sign, or at once if the connection came back meanwhile.
  #fail() {
    const isBack = !this.#wasOnline && navigator.onLine;
    this.#stop();
    this.#starts++;
    if (isBack) this.ask();
    else this.#reader.fail();
  }

  #hear({ type, data }) {
    clearTimeout(this.#timer);
    if (type === OUTDATED) this.#renew(data);
    else if (type === FAILED) this.#reader.fail();
    else if (type === READY) this.#reader.ready(data);
    else if (type === RESULT) this.#reader.show(data);
  }

  // The site was published anew, with another worker.
  #renew(version) {
    if (version === this.#version) {
      this.#fail(); // what the host gives does not fit together
      return;
    }
    this.#version = version;
    this.#stop();
    this.ask();
  }
}

// Shows what is announced while it holds, by the reader's clock: the site need not be built anew when one begins or
// ends.

const timed = document.querySelectorAll("[data-starts][data-ends]");
const LONGEST_TIMER = 2 ** 31 - 1; // milliseconds; a longer one would fire at once

function update() {
  const now = Date.now();
  const changes = [];
  for (const element of timed) {
    const [starts, ends] = [element.dataset.starts, element.dataset.ends].map(Date.parse);
    element.hidden = now < starts || now >= ends;
    changes.push(...[starts, ends].filter((time) => time > now));
  }
  if (changes.length) setTimeout(update, Math.min(Math.min(...changes) - now, LONGEST_TIMER));
}

update();
// A phone stops timers while the page is in the background.
document.addEventListener("visibilitychange", update);

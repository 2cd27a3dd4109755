// Shows what is announced while it holds, and lists it from when it begins, by the reader's clock: the site need not be
// built anew when one begins or ends. Loaded by pages that hold an announcement.

const LONGEST_TIMER = 2 ** 31 - 1; // milliseconds; a longer one would fire at once

const timed = document.querySelectorAll("[data-starts]");
const listed = [...document.querySelectorAll("li[data-starts]")]; // on the page of announcements, for good
const none = document.querySelector("[data-none]");

let timer = 0;
const update = () => {
  clearTimeout(timer);
  const now = Date.now();
  const changes = [];
  for (const element of timed) {
    const starts = Date.parse(element.dataset.starts);
    const ends = Date.parse(element.dataset.ends ?? "") || Infinity;
    element.hidden = now < starts || now >= ends;
    changes.push(...[starts, ends].filter((time) => time > now));
  }
  if (none) none.hidden = listed.some((row) => !row.hidden);
  if (changes.length) timer = setTimeout(update, Math.min(Math.min(...changes) - now, LONGEST_TIMER));
};
update();
// a phone stops timers while the page is in the background
document.addEventListener("visibilitychange", update);

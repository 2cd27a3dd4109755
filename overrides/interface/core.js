// What every page loads: one classic script in the head, before the page is painted, so that nothing moves or changes
// under a reader's eyes. What needs the page waits until it is read.

import { setUpAddress, takeQuery } from "./address.js";
import { setUpCopying } from "./copy.js";
import { setUpForgetting } from "./forget.js";
import { addHeadingLinks } from "./headings.js";
import { setUpKinds, showKind } from "./kinds.js";
import { setUpLanguage, showLanguage } from "./language.js";
import { setUpMenu } from "./menu.js";
import { setUpSearch } from "./opener.js";

document.documentElement.classList.add("js");
takeQuery();
showKind();
showLanguage();

const PARTS = [
  setUpSearch, setUpMenu, setUpKinds, setUpAddress, setUpLanguage, addHeadingLinks, setUpCopying, setUpForgetting,
];

addEventListener("DOMContentLoaded", () => {
  for (const setUp of PARTS) {
    try {
      setUp();
    } catch (error) {
      setTimeout(() => { throw error; }); // one that fails takes no other along
    }
  }
});

// A page that has moved: goes on to its new address and takes along the anchor and what is searched, which the page's own
// refresh loses. A classic script: it must run before that refresh is read.

import { takeQuery } from "./address.js";

const { to } = document.currentScript.dataset;
takeQuery();
location.replace(new URL(to, location.href).href + location.hash);

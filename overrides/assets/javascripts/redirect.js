// A page that has moved: goes on to its new address and takes the anchor along, which the page's own refresh loses.
// A classic script, not a module: it must run before that refresh is read.
location.replace(new URL(document.currentScript.dataset.to, location.href).href + location.hash);

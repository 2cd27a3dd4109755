// A page that has moved: goes on to its new address and takes along the anchor and what is searched, which the
// page's own refresh loses; address.js has put both into the fragment.
// A classic script, not a module: it must run before that refresh is read.
location.replace(new URL(document.currentScript.dataset.to, location.href).href + location.hash);

// The large search box of the home page opens Material's search and puts the cursor there.
// Material itself follows only the label in the header.

document.querySelector(".hero__search").addEventListener("click", (event) => {
  event.preventDefault(); // the label would close again what the focus has just opened
  document.querySelector(".md-search__input").focus();
});

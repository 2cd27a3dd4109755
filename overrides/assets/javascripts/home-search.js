// The large search box of the home page opens Material's search and puts the cursor there.

document.querySelector(".hero__search").addEventListener("click", () => {
  document.querySelector(".md-search__input").focus();
});

// Where the interface of the search stands, and with it the help center, as the tag of this script says.

export const search = new URL(document.currentScript.dataset.interface, location.href);

// A click on one of the program's own links changes page as the menu does, without loading everything anew.
"use strict";
addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a.loft-link");
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || event.defaultPrevented || link.origin !== location.origin) return;
  // Without contact the browser itself must fetch the page, and tell why it cannot.
  if (!document.querySelector("[data-testid=stApp][data-test-connection-state=CONNECTED]")) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  // Streamlit answers this event by asking for the page and the parameters of the new address.
  dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
});
// Streamlit answers a new address by drawing the page anew: a link to a part of the page moves the focus alone.
addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a.loft-jump");
  const place = link && document.getElementById(link.hash.slice(1));
  if (!place) return;
  event.preventDefault();
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
});

// A link that leads to one place of a page brings it into view, and the focus with it, once the page stands still.
"use strict";
(() => {
  let arrived = false;
  const look = () => {
    const place = document.querySelector(".loft-arrive");
    const stands = document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]");
    if (place && stands && !arrived) {
      place.focus({ preventScroll: true });
      place.scrollIntoView({ block: "start" });
    }
    arrived = Boolean(place && (arrived || stands));
  };
  new MutationObserver(look).observe(document.documentElement, { childList: true, attributes: true, attributeFilter: ["data-test-script-state"], subtree: true });
})();

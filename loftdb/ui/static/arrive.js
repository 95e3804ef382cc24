// What a link or a key leads to comes into view, and the focus with it, once the page stands still.
"use strict";
(() => {
  let arrived = null;
  const look = () => {
    const place = document.querySelector(".loft-arrive");
    const stands = document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]");
    if (place && stands && place.id !== arrived) {
      // A button that still stands keeps the focus, so that it can be pressed again; a link that was followed is gone.
      if (!document.activeElement?.closest(".st-key-mote-bar")) place.focus({ preventScroll: true });
      place.scrollIntoView({ block: "start" });
    }
    arrived = place && (stands || arrived !== null) ? place.id : null;
  };
  new MutationObserver(look).observe(document.documentElement, { childList: true, attributes: true, attributeFilter: ["data-test-script-state", "id"], subtree: true });
})();

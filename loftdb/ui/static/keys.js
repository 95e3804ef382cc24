// The keys that turn a meeting's pages leave alone what has arrows of its own: menus, dialogs, what scrolls sideways.
"use strict";
(() => {
  const KEYS = ["ArrowLeft", "ArrowRight", "Home", "F2"];
  const OPEN = "[data-testid=stPopoverBody]";
  const OWN = `${OPEN}, [role=dialog], [role=menu], [role=region][tabindex]`;
  // Streamlit listens at the document too, but from later on; where somebody types it does nothing by itself.
  document.addEventListener("keydown", (event) => {
    if (!KEYS.includes(event.key) || !(event.target instanceof Element)) return;
    if (event.target.closest(OWN) || document.querySelector(OPEN)) event.stopImmediatePropagation();
  });
})();

// The keys that turn a meeting's pages leave alone what has arrows of its own, and what is written and not yet saved.
"use strict";
(() => {
  const KEYS = ["ArrowLeft", "ArrowRight", "Home", "F2"];
  const OWN = "[data-testid=stPopoverBody], [role=dialog], [role=menu], [role=region][tabindex]";
  let unsaved = null;
  document.addEventListener("input", ({ target }) => {
    if (target.matches("textarea, input[type=text]") && target.closest("[data-testid=stForm]")) unsaved = target;
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-testid=stFormSubmitButton]")) unsaved = null;
  }, true);
  // Streamlit listens at the document too, but from later on.
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (!KEYS.includes(event.key) || !(target instanceof Element)) return;
    const isWritten = unsaved?.isConnected && unsaved.value && unsaved.offsetParent && target !== unsaved;
    if (isWritten && !target.closest(OWN) && document.querySelector(".st-key-mote")) {
      unsaved.focus();
      event.preventDefault();
    }
    if (isWritten || target.closest(OWN) || document.querySelector("[data-testid=stPopoverBody]")) event.stopImmediatePropagation();
  });
})();

// What a link or a key leads to comes into view, and the focus with it, once the page stands still.
"use strict";
(() => {
  let arrived = null;
  let element = null;
  const look = () => {
    const place = document.querySelector(".loft-arrive");
    const stands = document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]");
    const isNew = place && place.id !== arrived;
    // Streamlit may draw a place twice, and the focus is lost with the first.
    const isLost = place !== element && document.activeElement?.matches("body, [data-testid=stMain]");
    if (place && stands && (isNew || isLost)) {
      // A button that still stands keeps the focus, so that it can be pressed again; a link that was followed is gone.
      if (!document.activeElement?.closest(".st-key-mote-bar")) place.focus({ preventScroll: true });
      if (isNew) scrollTo(place);
      element = place;
    }
    // A button is off while it fetches a file, and the focus is lost meanwhile.
    if (pressed?.isConnected && !pressed.disabled && document.activeElement === document.body) pressed.focus();
    if (stands) tell();
    arrived = !place ? null : stands ? place.id : arrived;
  };
  let told = null;
  let pressed = null;
  const receipt = () => document.querySelector(":is(.st-key-mote, .st-key-mote-list) .loft-said");
  // A button of a meeting that saved something may be gone with what it did: what was saved is where the work goes on.
  const tell = () => {
    const said = receipt();
    if (!said || said === told || !document.activeElement?.matches("body, [data-testid=stMain]")) return;
    said.parentElement.focus();
    told = said;
  };
  // What a button says next is news, also in the same words; anything else leaves what was told as it is.
  const before = ({ target }) => {
    pressed = target instanceof Element ? target.closest(":is(.st-key-mote, .st-key-mote-list) button") : null;
    told = pressed && !pressed.closest("[data-testid=stDownloadButton]") ? null : receipt();
  };
  for (const deed of ["pointerdown", "keydown"]) addEventListener(deed, before, true);
  const scrollTo = (place) => {
    // A meeting's pages begin at their top; the style with the room above a place may come later than the place.
    if (place.closest(".st-key-mote")) document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
    else place.scrollIntoView({ block: "start" });
  };
  new MutationObserver(look).observe(document.documentElement, { childList: true, attributes: true, attributeFilter: ["data-test-script-state", "disabled", "id"], subtree: true });
})();

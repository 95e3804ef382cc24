// Where the work is: what a tap opened comes into view and has the focus, and the text beside it follows.
"use strict";
(() => {
  let opened = null;
  let marked = null;
  let tapped = null;
  addEventListener("click", ({ target }) => (tapped = target instanceof Element ? target.closest("[class*=st-key-nytt] button") : null), true);

  const follow = () => {
    const place = document.querySelector(".loft-goto");
    if (place && place.id !== opened) {
      place.focus({ preventScroll: true });
      place.scrollIntoView({ block: "start", behavior: "smooth" });
    } else if (document.activeElement === document.body && tapped && !tapped.isConnected) {
      // A button that was answered is gone: the next question is where the work goes on.
      tapped = null;
      document.querySelector(".loft-next")?.focus({ preventScroll: true });
    }
    opened = place?.id ?? null;
    const here = document.querySelector(".loft-here") ?? document.querySelector(".loft-source mark");
    if (here && here.textContent !== marked) {
      marked = here.textContent;
      // Only the text's own column scrolls, never the page.
      const column = here.closest(".loft-source");
      column.scrollTop += here.getBoundingClientRect().top - column.getBoundingClientRect().top - 48;
    }
  };

  new MutationObserver(follow).observe(document.documentElement, { childList: true, attributes: true, attributeFilter: ["class", "id"], subtree: true });
})();

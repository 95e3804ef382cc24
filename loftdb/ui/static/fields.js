// What the fields lack on a phone and a keyboard: a number is replaced by what is typed, Enter goes to the next one
// on a month's sheet, and what is said after saving comes into view.
"use strict";
(() => {
  const NUMBER = "[data-testid=stNumberInputField]";
  const SHEET = ".st-key-manadsblad";
  const SAID = "[class*=st-key-receipt]";

  addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches(NUMBER)) setTimeout(() => target.select());
  });

  addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || !(field instanceof HTMLInputElement) || !field.matches(NUMBER)) return;
    const fields = [...(field.closest(SHEET)?.querySelectorAll(NUMBER) ?? [])];
    const next = fields[fields.indexOf(field) + (event.shiftKey ? -1 : 1)];
    // The field itself takes the key first, and with it the number.
    setTimeout(() => next?.focus());
  });

  let said = new Map();
  new MutationObserver(() => {
    const places = [...document.querySelectorAll(SAID)];
    const now = new Map(places.map((place) => [place.className, place.textContent]));
    const place = places.find((each) => each.textContent && each.textContent !== said.get(each.className));
    said = now;
    if (!place) return;
    const focusable = place.querySelector(".loft-receipt");
    if (document.activeElement === document.body) focusable?.focus({ preventScroll: true });
    const block = place.offsetHeight > innerHeight * 0.7 ? "start" : "nearest";
    place.scrollIntoView({ block, behavior: "smooth" });
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
})();

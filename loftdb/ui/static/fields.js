// What the fields lack on a phone and a keyboard: a number is replaced by what is typed, Enter goes to the next one
// on a month's sheet, and what is said after saving comes into view.
"use strict";
(() => {
  const NUMBER = "[data-testid=stNumberInputField]";
  const SHEET = ".st-key-manadsblad";
  const SAID = ".loft-receipt";

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

  let said = "";
  new MutationObserver(() => {
    const places = [...document.querySelectorAll(SAID)];
    const now = places.map((place) => place.textContent).join("\n");
    if (now === said) return;
    said = now;
    const place = places.find((each) => each.textContent);
    if (!place) return;
    if (document.activeElement === document.body) place.focus({ preventScroll: true });
    (place.closest("[class*=st-key-receipt]") ?? place).scrollIntoView({ block: "nearest", behavior: "smooth" });
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
})();

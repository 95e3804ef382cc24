// What the fields lack on a phone and a keyboard: a number is replaced by what is typed, Enter goes to the next one
// on a month's sheet, and what is said after saving comes into view.
"use strict";
(() => {
  const NUMBER = "[data-testid=stNumberInputField]";
  const SHEET = ".st-key-manadsblad";
  const SAID = "[class*=st-key-receipt]";

  const isNumber = (target) => target instanceof HTMLInputElement && target.matches(NUMBER);

  // At once: what is typed next must not meet a selection that comes after it. A click puts the caret last, so again.
  addEventListener("focusin", ({ target }) => isNumber(target) && target.select());
  let tapped = null;
  addEventListener("pointerdown", ({ target }) => (tapped = target === document.activeElement ? null : target), true);
  addEventListener("click", ({ target }) => isNumber(target) && target === tapped && target.select());

  // A browser in another language drops the comma, and 1,5 would become 15 unseen: it gets the sign that it knows.
  const knowsComma = new Intl.NumberFormat().format(1.5).includes(",");
  addEventListener("beforeinput", (event) => {
    if (knowsComma || !isNumber(event.target) || !event.data?.includes(",")) return;
    event.preventDefault();
    document.execCommand("insertText", false, event.data.replace(",", "."));
  });

  addEventListener("keydown", ({ key, target, shiftKey }) => {
    if (key !== "Enter" || !isNumber(target)) return;
    // The field itself, nearer to the key than the window, has taken its number by now.
    const fields = [...(target.closest(SHEET)?.querySelectorAll(NUMBER) ?? [])];
    fields[fields.indexOf(target) + (shiftKey ? -1 : 1)]?.focus();
  });

  let said = new Map();
  let left = null; // What had the focus when something was said: a form that was saved may go after that.
  const focusReceipt = (place) => {
    left = document.activeElement === document.body ? null : document.activeElement;
    if (!left) place?.querySelector(".loft-receipt")?.focus({ preventScroll: true });
  };
  new MutationObserver(() => {
    if (left && !left.isConnected) focusReceipt([...document.querySelectorAll(SAID)].find((each) => each.textContent));
    const places = [...document.querySelectorAll(SAID)];
    const now = new Map(places.map((place) => [place.className, place.textContent]));
    const place = places.find((each) => each.textContent && each.textContent !== said.get(each.className));
    said = now;
    if (!place) return;
    focusReceipt(place);
    const block = place.offsetHeight > innerHeight * 0.7 ? "start" : "nearest";
    place.scrollIntoView({ block, behavior: "smooth" });
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
})();

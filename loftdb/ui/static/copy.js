// A button beside a ready text puts it on the clipboard and says so; without a clipboard the text is marked instead.
"use strict";
addEventListener("click", async ({ target }) => {
  const button = target instanceof Element && target.closest(".loft-copy");
  const text = button && button.parentElement.querySelector(".loft-letter");
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text.textContent);
    const said = button.parentElement.querySelector("output");
    if (said) said.textContent = said.dataset.done;
  } catch {
    getSelection().selectAllChildren(text);
  }
});

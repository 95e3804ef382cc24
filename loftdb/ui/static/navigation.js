// Streamlit puts a menu's pages in a div inside its list, and a menu that is open outside every landmark: say what they are.
"use strict";
new MutationObserver(() => {
  for (const part of document.querySelectorAll("[data-testid=stSidebarNavItems] > div:not([role])")) {
    part.setAttribute("role", "listitem");
    part.querySelectorAll(":scope > li").forEach((page) => page.setAttribute("role", "none"));
  }
  const open = document.querySelector("[data-testid=stTopNavPopoverBody]:not([role])");
  if (open) {
    open.setAttribute("role", "region");
    open.setAttribute("aria-labelledby", open.firstElementChild.getAttribute("aria-labelledby"));
  }
}).observe(document.documentElement, { childList: true, subtree: true });

// Streamlit has no translations: this puts Swedish in the place of its built-in English words, and only of those.
"use strict";
(() => {
  // Calendars, weekdays and decimal commas follow the browser's language; the program is Swedish on every device.
  for (const [name, value] of [["language", "sv-SE"], ["languages", Object.freeze(["sv-SE", "sv"])]]) {
    Object.defineProperty(Navigator.prototype, name, { configurable: true, get: () => value });
  }

  // Streamlit would otherwise ask for its health below the page's own path first, a wait and a 404 at every shared link.
  window.__streamlit = { ...window.__streamlit, BACKEND_BASE_URL: `${location.origin}/` };

  const WORDS = {
    "About": "Om programmet",
    "Add an option": "Lägg till ett val",
    "Add files": "Lägg till filer",
    "Add row": "Lägg till rad",
    "App pages": "Programmets sidor",
    "Autosize": "Anpassa bredden",
    "Bottom": "Nederst",
    "Cancel": "Avbryt",
    "Choose an option": "Välj",
    "Choose date": "Välj datum",
    "Choose date and time": "Välj datum och tid",
    "Choose date range": "Välj period",
    "Choose options": "Välj",
    "Choose or add an option": "Välj eller skriv ett nytt",
    "Choose or add options": "Välj eller skriv nya",
    "Clear all": "Rensa allt",
    "Clear cache": "Töm cachen",
    "Clear caches": "Töm cachen",
    "Clear date": "Rensa datum",
    "Clear date and time": "Rensa datum och tid",
    "Clear dates": "Rensa datumen",
    "Clear entry": "Rensa fältet",
    "Clear selection": "Ta bort markeringen",
    "Clear time": "Rensa tiden",
    "Clear value": "Rensa värdet",
    "Click to retry upload": "Försök ladda upp igen",
    "Close": "Stäng",
    "Close Search": "Stäng sökningen",
    "Close fullscreen": "Stäng helskärm",
    "Close sidebar": "Stäng sidomenyn",
    "Collapse sidebar": "Stäng sidomenyn",
    "Connecting": "Ansluter",
    "Connection error": "Ingen kontakt med programmet",
    "Connection lost. Please wait for the app to reconnect, then try again.": "Kontakten bröts. Vänta tills programmet svarar och försök igen.",
    "Connection timed out.": "Programmet svarade inte i tid.",
    "Continue anyway": "Fortsätt ändå",
    "Copied": "Kopierat",
    "Copy": "Kopiera",
    "Copy column name": "Kopiera kolumnens namn",
    "Copy to clipboard": "Kopiera",
    "Custom Theme Auto": "Följ datorn",
    "Custom Theme Dark": "Mörkt",
    "Custom Theme Light": "Ljust",
    "Dark": "Mörkt",
    "Dataframe column menu": "Kolumnens meny",
    "Decrement": "Minska",
    "Delete row(s)": "Ta bort rader",
    "Deploy": "Publicera",
    "Distribution histogram": "Fördelning",
    "Done": "Klart",
    "Download as CSV": "Hämta som CSV",
    "Download as PNG": "Hämta som bild",
    "Drag and drop a file here": "Släpp en fil här",
    "Drag and drop file here": "Släpp filen här",
    "Drag and drop files here": "Släpp filerna här",
    "Empty": "Tomt",
    "Error": "Fel",
    "Error uploading file": "Filen kunde inte laddas upp",
    "Expand sidebar": "Öppna sidomenyn",
    "File size is too small.": "Filen är för liten.",
    "File type not allowed.": "Den filtypen går inte att använda.",
    "Format": "Format",
    "Fullscreen": "Helskärm",
    "Header Logo": "Märke",
    "Help": "Hjälp",
    "Hide column": "Dölj kolumnen",
    "Hide password": "Dölj lösenordet",
    "Increment": "Öka",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": "Programmet svarar inte. Om det har stängts av kan det startas igen i terminalen med:",
    "Light": "Ljust",
    "Link to heading": "Länk till rubriken",
    "Loading": "Läser in",
    "Loading...": "Läser in …",
    "Main menu": "Meny",
    "Manage app": "Hantera",
    "Menu": "Meny",
    "Multiselect": "Flerval",
    "Multiselect options": "Val",
    "Navigate to home page": "Till startsidan",
    "Next month": "Nästa månad",
    "Next page": "Nästa sida",
    "No options": "Inga val",
    "No options to select": "Det finns inget att välja",
    "No options to select.": "Det finns inget att välja.",
    "No results": "Inga träffar",
    "Notifications": "Meddelanden",
    "Number is above the allowed range.": "Talet är för stort.",
    "Number is below the allowed range.": "Talet är för litet.",
    "Oh no.": "Något gick fel.",
    "Only one file is allowed.": "Bara en fil går att välja.",
    "Open": "Öppna",
    "Overflow": "Fler sidor",
    "Page not found": "Sidan finns inte",
    "Pagination": "Bläddring",
    "Past Month": "Senaste månaden",
    "Past Week": "Senaste veckan",
    "Past Year": "Senaste året",
    "Pin column": "Fäst kolumnen",
    "Please wait...": "Vänta …",
    "Previous month": "Föregående månad",
    "Previous page": "Föregående sida",
    "Print": "Skriv ut",
    "Record a screencast": "Spela in skärmen",
    "Record screen": "Spela in skärmen",
    "Rerun": "Läs in igen",
    "Reset": "Återställ",
    "Running...": "Arbetar …",
    "Scrollable table": "Tabell som går att rulla",
    "Search": "Sök",
    "Select": "Välj",
    "Select all": "Välj alla",
    "Select theme": "Välj utseende",
    "Selected values": "Valda",
    "Selectbox": "Val",
    "Selectbox options": "Val",
    "Settings": "Inställningar",
    "Show password": "Visa lösenordet",
    "Show/hide columns": "Visa eller dölj kolumner",
    "Sidebar": "Sidomeny",
    "Skip to main content": "Hoppa till innehållet",
    "Sort ascending": "Sortera stigande",
    "Sort descending": "Sortera fallande",
    "Statistics": "Statistik",
    "Stop": "Stoppa",
    "Streamlit server is not responding. Are you connected to the internet?": "Programmet svarar inte. Kontrollera att det är igång. Det du har sparat finns kvar.",
    "System": "Följ datorn",
    "The page that you have requested does not seem to exist. Running the app's main page.": "Sidan finns inte. Startsidan visas i stället.",
    "Theme": "Utseende",
    "This app has encountered an error. The original error message is redacted to prevent data leaks. Full error details have been recorded in the app's logs.": "Något gick fel i programmet. Ladda om sidan; det du har sparat finns kvar.",
    "This field is required.": "Fältet måste fyllas i.",
    "This should not happen": "Något gick fel",
    "Top values frequency chart": "Vanligaste värdena",
    "Try again": "Försök igen",
    "Type to search": "Skriv för att söka",
    "Unexpected error. Please try again.": "Något gick fel. Försök igen.",
    "Unpin column": "Lossa kolumnen",
    "Upload": "Välj fil",
    "Upload failed": "Filen kunde inte laddas upp",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": "Flytta med piltangenterna. Enter väljer. Escape stänger.",
    "Use system setting": "Följ datorn",
    "View less": "Visa färre",
    "Your app is having trouble loading the component.": "En del av sidan kunde inte läsas in.",
    "deactivate": "avmarkera",
    "streamlit run yourscript.py": "make run",
  };

  const MONTHS = {
    January: "januari", February: "februari", March: "mars", April: "april", May: "maj", June: "juni", July: "juli",
    August: "augusti", September: "september", October: "oktober", November: "november", December: "december",
  };

  const PATTERNS = [
    [/^Error: (.+)$/, (_, words) => `Fel: ${swedish(words) ?? words}`],
    [/^(year|month|day), (.+)$/, (_, part, field) => `${{ year: "år", month: "månad", day: "dag" }[part]}, ${field}`],
    // A label's hidden part is emphasised, and Streamlit leaves the marks in the name that screen readers say.
    [/^\*(.+?),\* (.+)$/, "$1, $2"],
    [/^: (.+)$/, (_, words) => `: ${swedish(words) ?? words}`],
    [/^(\d\d?) – (\w+)$/, (_, number, name) => `${number} – ${MONTHS[name] ?? name}`],
    [/^Press Enter to (?:apply|submit form)$/, "Tryck Enter"],
    [/^Press (?:⌘|Ctrl)\+Enter to (?:apply|submit form)$/, "Tryck Ctrl+Enter"],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/, "Du kan välja högst $1. Ta bort ett val först."],
    [/^Select (\d+) matches$/, "Välj $1 träffar"],
    [/^View (\d+) more$/, "Visa $1 till"],
    [/^Remove (.+)$/, "Ta bort $1"],
    [/^Help for (.+)$/, "Hjälp om $1"],
    [/^Shortcut (.+)$/, "Kortkommando $1"],
    [/^This app has encountered an error\. .+$/, "Något gick fel i programmet. Ladda om sidan; det du har sparat finns kvar."],
    [/^Add: (.+)$/, "Lägg till: $1"],
    [/^Number is below the allowed range\. Please enter a value greater than or equal to (.+)\.$/, "Talet ska vara minst $1."],
    [/^Number is above the allowed range\. Please enter a value less than or equal to (.+)\.$/, "Talet ska vara högst $1."],
    [/^Number is outside the allowed range\. Please enter a value between (.+) and (.+)\.$/, "Talet ska vara mellan $1 och $2."],
    [/^(?:Limit )?([\d.]+) ?([KMG]?B) per file(?: • (.+))?$/, (_, size, unit, types) => `Högst ${size} ${unit} per fil${types ? ` • ${types}` : ""}`],
    [/^File must be ([\d.]+) ?([KMG]?B) or smaller\.$/, "Filen får vara högst $1 $2."],
    [/^(.+) files are not allowed\.$/, "Filtypen $1 går inte att använda."],
    [/^You have requested page \/(.*?), but no corresponding file was found in the app's pages\/ directory\. Running the app's main page\.$/, "Sidan /$1 finns inte. Startsidan visas i stället."],
    [/^Date set outside allowed range\. Please select a date between (.+) and (.+)\.$/, "Välj ett datum mellan $1 och $2."],
    [/^Date set outside allowed range\. Please select a date on or after (.+)\.$/, "Välj ett datum från och med $1."],
    [/^Date set outside allowed range\. Please select a date on or before (.+)\.$/, "Välj ett datum till och med $1."],
    [/^Value must be (.+) or later\.$/, "Tidigast $1."],
    [/^Value must be (.+) or earlier\.$/, "Senast $1."],
    [/^Selected (.+)\. Press Enter to open menu\.$/, "Valt: $1. Tryck Enter för fler val."],
  ];

  const ATTRIBUTES = ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt"];
  // What people wrote is never ours to translate.
  const WRITTEN = "textarea, pre, code, [contenteditable], [data-no-translation]";
  const WRITTEN_HERE = "[data-testid='stMarkdownContainer'], [data-testid='stTable'], [data-testid='stHtml'], [role='option']";
  // These built-in words stand inside markdown or lists of options.
  const BUILT_IN = "[data-testid='stFileUploader'], [data-testid='stException'], [data-testid='stTooltipContent'], [role='dialog'], [data-testid^='stMainMenu']";

  const swedish = (text) => {
    const words = text.trim();
    if (words.length < 2 || words.length > 300) return null;
    if (Object.hasOwn(WORDS, words)) return text.replace(words, () => WORDS[words]);
    for (const [pattern, replacement] of PATTERNS) {
      if (pattern.test(words)) return words.replace(pattern, replacement);
    }
    return null;
  };

  const written = (element) =>
    !element || element.closest(WRITTEN) || (element.closest(WRITTEN_HERE) && !element.closest(BUILT_IN) && !isSelectAll(element));
  const isSelectAll = (element) => element.closest("[role='option']") && /^Select (all|\d+ matches)$/.test(element.textContent.trim());

  // An empty date's parts stand in editable text; the month and the day are mm and dd in Swedish too.
  const isEmptyYear = (node) => node.data === "yyyy" && node.parentElement?.matches("[data-placeholder][data-type='year']");

  const translateText = (node) => {
    if (isEmptyYear(node)) node.data = "åååå";
    const replacement = swedish(node.data);
    if (replacement !== null && replacement !== node.data && !written(node.parentElement)) node.data = replacement;
  };

  const translateAttributes = (element) => {
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      const replacement = value && swedish(value);
      if (replacement && replacement !== value && !element.closest("[data-no-translation]")) element.setAttribute(name, replacement);
    }
  };

  const translate = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    translateAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else translateAttributes(node);
    }
  };

  const observe = () => {
    translate(document.body);
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "attributes") translateAttributes(change.target);
        else if (change.type === "characterData") translateText(change.target);
        else change.addedNodes.forEach(translate);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  };

  if (document.body) observe();
  else document.addEventListener("DOMContentLoaded", observe);
})();

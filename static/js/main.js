// Starts what the page at hand needs, and fetches nothing else. Every page works without any of this.

const PARTS = [
  ["[data-idle-seconds]", () => import("./idle.js")],
  ["form[data-draft-url]", () => import("./drafts.js")],
  ["[data-live-url]", () => import("./live.js")],
  ["[data-choices]", () => import("./choices.js")],
  ["[data-timer-minutes]", () => import("./timer.js")],
  ['[data-module^="nhsuk-"]', startNhsComponents],
  ["[hx-get], [hx-post]", loadHtmx],
];

for (const [selector, start] of PARTS) {
  if (document.querySelector(selector)) start();
}

// A page that the browser kept whole and shows again is a new page: what is sent from it now is no double click.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const field of document.querySelectorAll("input[name=submission]")) field.value = crypto.randomUUID();
});

async function startNhsComponents() {
  const { initAll } = await import("../vendor/nhsuk-frontend/nhsuk-frontend.min.js");
  initAll();
  const initInside = (event) => initAll({ scope: event.target });
  document.addEventListener("htmx:afterSwap", initInside);
  document.addEventListener("lw:swapped", initInside);
}

// htmx is a plain script, and gives its name to the page so that live.js can hand it new elements. It reads its settings
// and the page at DOMContentLoaded, or at once when the page is complete: between the two it would wait for ever.
async function loadHtmx() {
  if (document.readyState !== "complete") {
    await new Promise((done) => window.addEventListener("load", done, { once: true }));
  }
  const script = document.createElement("script");
  script.src = new URL("../vendor/htmx/htmx.min.js", import.meta.url).href;
  document.head.append(script);
  document.addEventListener("lw:swapped", (event) => window.htmx?.process(event.target));
}

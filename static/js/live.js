// Shows what others add, without reloading and without ever disturbing whoever is typing.
//
//   <div data-live-url="/discussions/<id>/live" data-live-version="17" data-presence-url="/discussions/<id>/presence">
//   <section data-live-part="round" data-stamp="9f2c…">…</section>         anywhere on the page
//   <p data-live-status hidden></p>                                       where it says what is wrong, or waiting
//   <form data-writing="decisions">                                       what presence calls the place being written in
//
// Asks GET live-url?v=17 every second and a half while the page is visible. The answer:
//   204                       nothing is newer than version 17
//   200, HTML                 <div data-live-version="18"> with each part of the page in it, each with its stamp
//   a redirect, or 401        signed out: it stops, and says so
// A part is swapped whole, and only if its own stamp differs. A part that holds the focus, or a form in which something
// was changed, waits until it is free; so lists belong in parts, and the forms under them outside. Parts may be nested:
// those inside a part that waits are swapped on their own. Open details stay open, and the page doesn't jump.
//
// While visible it posts presence at most every 15 seconds, with `writing`: the name of the place being typed in, or
// nothing. If the answer has the header X-Session-Active, that counted as activity (see idle.js).

import { announce, countedAsActive, get, post } from "./server.js";

const EVERY = 1500;
const AFTER_FAILURE = 3000;
const PRESENCE_EVERY = 15_000;

const root = document.querySelector("[data-live-url]");
let version = root.dataset.liveVersion;
let newest = null; // the last answer, for parts that could not be swapped yet
let problem = "";
let presentAt = 0;
let typedAt = 0;
let timer = null;
let stopped = false;

async function poll() {
  clearTimeout(timer);
  if (document.hidden || stopped) return;
  reportPresence();
  const answer = await get(`${root.dataset.liveUrl}?v=${encodeURIComponent(version)}`);
  if (answer.signedOut) return stop();
  if (answer.status === 200) take(answer.text);
  setProblem(answer.reached && answer.status < 500 ? "" : "No connection. What others add will show when it is back.");
  swapWhatIsFree();
  clearTimeout(timer); // becoming visible may have started another
  timer = setTimeout(poll, answer.ok ? EVERY : AFTER_FAILURE);
}

function take(html) {
  const reply = new DOMParser().parseFromString(html, "text/html");
  const versioned = reply.querySelector("[data-live-version]");
  if (!versioned) return;
  version = versioned.dataset.liveVersion;
  newest = reply;
}

function stop() {
  stopped = true;
  setProblem("You have been signed out. Sign in again to see what others add. What you typed is kept.");
}

function swapWhatIsFree() {
  if (!newest) return;
  let waiting = 0;
  for (const incoming of newest.querySelectorAll("[data-live-part]")) {
    const current = document.querySelector(`[data-live-part="${CSS.escape(incoming.dataset.livePart)}"]`);
    if (!current || current.dataset.stamp === incoming.dataset.stamp) continue;
    if (isBusy(current)) waiting += 1;
    else swap(current, document.importNode(incoming, true));
  }
  if (!waiting) newest = null;
  showStatus(waiting ? "Something new is waiting. It shows when you leave the place you are in." : "");
}

function isBusy(part) {
  return part.contains(document.activeElement) || [...part.querySelectorAll("form")].some(isChanged);
}

function isChanged(form) {
  return [...form.elements].some((field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.selected && !option.defaultSelected && option.index > 0);
    return "defaultValue" in field && field.type !== "hidden" && field.value !== field.defaultValue;
  });
}

function swap(current, incoming) {
  const anchor = anchorOutside(current);
  const before = anchor?.getBoundingClientRect().top;
  keepOpen(current, incoming);
  current.replaceWith(incoming);
  if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
  incoming.dispatchEvent(new CustomEvent("lw:swapped", { bubbles: true }));
}

// The element that must not move: the field being typed in, or else what stands at the top of the window.
function anchorOutside(part) {
  const focused = document.activeElement;
  if (focused && !focused.contains(part) && isInWindow(focused)) return focused;
  const below = document.querySelector(".lw-top--stick")?.getBoundingClientRect().bottom ?? 0;
  for (let y = Math.max(1, below + 1); y < innerHeight; y += 24) {
    const found = document.elementFromPoint(innerWidth / 3, y);
    if (found && found.closest("main") && !part.contains(found) && !found.contains(part)) return found;
  }
  return null;
}

function isInWindow(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function keepOpen(current, incoming) {
  const open = new Set([...current.querySelectorAll("details[open]")].map(nameOf));
  for (const details of incoming.querySelectorAll("details")) if (open.has(nameOf(details))) details.open = true;
}

function nameOf(details) {
  return details.id || details.querySelector("summary")?.textContent.trim();
}

function setProblem(words) {
  if (words && words !== problem) announce(words);
  problem = words;
  showStatus("");
}

function showStatus(words) {
  const status = document.querySelector("[data-live-status]");
  if (!status) return;
  status.textContent = problem || words;
  status.hidden = !status.textContent;
}

async function reportPresence() {
  const url = root.dataset.presenceUrl;
  if (!url || Date.now() - presentAt < PRESENCE_EVERY) return;
  presentAt = Date.now();
  const place = document.activeElement?.closest("[data-writing]")?.dataset.writing ?? "";
  const answer = await post(url, { writing: Date.now() - typedAt < PRESENCE_EVERY ? place : "" });
  if (answer.ok && answer.headers.get("X-Session-Active")) countedAsActive();
}

document.addEventListener("input", () => (typedAt = Date.now()));
document.addEventListener("focusout", () => setTimeout(swapWhatIsFree));
document.addEventListener("visibilitychange", () => document.hidden || poll());
addEventListener("online", poll);
timer = setTimeout(poll, EVERY);

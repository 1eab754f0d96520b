// Warns before the session ends by itself, and lets somebody stay.
//
//   <body data-idle-seconds="900" data-idle-warning-seconds="120" data-extend-url="/session" data-sign-in-url="/sign-in">
//
// POST extend-url answers 204 when the session goes on. At the end it goes to sign-in-url?next=<this page>. Every tab
// shares the time of the last activity, and nothing else, through localStorage.
//
// Opening a page and "Stay signed in" count as activity, and so does a key or a press, which extends at most once a minute.
// The server does not count every page, so it says when it last did (data-active-seconds-ago). Other scripts report what
// the server counted with the event lw:active. However active somebody is, the session ends after some hours
// (data-ends-in-seconds), with the same warning.

import { announce, post } from "./server.js";

const SHARED = "lw-active-at";
const EXTEND_AT_MOST_EVERY = 60_000;

const settings = document.body.dataset;
const idle = Number(settings.idleSeconds) * 1000;
const warning = Number(settings.idleWarningSeconds) * 1000;
const endsAt = Date.now() + Number(settings.endsInSeconds) * 1000;

let activeAt = 0;
let extending = false;
let dialog = null;

function remember(secondsAgo = 0) {
  activeAt = Date.now() - secondsAgo * 1000;
  try {
    localStorage.setItem(SHARED, String(lastActive()));
  } catch {
    // Storage may be off: each tab then keeps its own time.
  }
}

function lastActive() {
  try {
    return Math.max(activeAt, Number(localStorage.getItem(SHARED)) || 0);
  } catch {
    return activeAt;
  }
}

function remaining() {
  return Math.min(lastActive() + idle, endsAt) - Date.now();
}

async function extend() {
  if (extending) return;
  extending = true;
  const answer = await post(settings.extendUrl, {});
  extending = false;
  if (answer.signedOut) leave();
  else if (answer.ok) {
    remember();
    tick();
  } else if (dialog?.open) say("There is no connection, so we can’t keep you signed in yet. Try again in a moment.");
}

function leave() {
  const here = location.pathname + location.search;
  location.assign(`${settings.signInUrl}?next=${encodeURIComponent(here)}`);
}

function buildDialog() {
  const box = document.createElement("dialog");
  box.className = "lw-idle";
  box.setAttribute("aria-labelledby", "lw-idle-title");
  box.setAttribute("aria-describedby", "lw-idle-words");
  box.innerHTML = `
    <h2 id="lw-idle-title">You will be signed out soon</h2>
    <p id="lw-idle-words">This keeps people’s records private. What you have typed is kept.</p>
    <p class="lw-strong" data-idle-left></p>
    <button type="button" class="nhsuk-button" autofocus>Stay signed in</button>`;
  box.querySelector("button").addEventListener("click", extend);
  box.addEventListener("cancel", (event) => {
    event.preventDefault(); // Escape means staying, as the button does
    extend();
  });
  document.body.append(box);
  return box;
}

function say(words) {
  dialog.querySelector("[data-idle-left]").textContent = words;
}

function inWords(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds > 60) return `About ${Math.ceil(seconds / 60)} minutes left.`;
  const rounded = Math.ceil(seconds / 10) * 10;
  return seconds > 10 ? `About ${rounded} seconds left.` : "A few seconds left.";
}

let announced = "";

function tick() {
  const left = remaining();
  if (left <= 0) return leave();
  if (left > warning) {
    announced = "";
    if (dialog?.open) dialog.close();
    return;
  }
  dialog ??= buildDialog();
  if (!dialog.open) dialog.showModal();
  const words = inWords(left);
  if (words !== announced) {
    say(words);
    announce(`You will be signed out soon. ${words}`);
    announced = words;
  }
}

function touched() {
  if (!dialog?.open && Date.now() - lastActive() > EXTEND_AT_MOST_EVERY) extend();
}

remember(Number(settings.activeSecondsAgo));
document.addEventListener("lw:active", () => remember());
document.addEventListener("keydown", touched);
document.addEventListener("input", touched); // a spoken word or a phone’s keyboard presses no key
document.addEventListener("pointerdown", touched);
document.addEventListener("visibilitychange", () => document.hidden || tick());
setInterval(tick, 1000);

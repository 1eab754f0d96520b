// The time that a discussion has taken. It warns, and never cuts anybody off.
//
//   <span class="lw-timer" data-timer-elapsed="420" data-timer-minutes="12">
//     <svg …><rect data-timer-bar data-timer-width="96" …></svg><span data-timer-words>7 of 12 minutes</span></span>
//
// `elapsed` is in seconds, as the server saw it when it wrote the page, so that a wrong clock on a laptop doesn't matter.

import { announce } from "./server.js";

const WARN_BEFORE = 2;
const began = new WeakMap();
const announced = new Map();

function show(timer) {
  if (!began.has(timer)) began.set(timer, Date.now() - Number(timer.dataset.timerElapsed) * 1000);
  const planned = Number(timer.dataset.timerMinutes);
  const taken = Math.floor((Date.now() - began.get(timer)) / 60_000);
  const state = taken >= planned ? "over" : planned - taken <= WARN_BEFORE ? "soon" : "fine";
  timer.dataset.timerState = state;
  timer.querySelector("[data-timer-words]").textContent = wordsFor(taken, planned, state);
  const bar = timer.querySelector("[data-timer-bar]");
  bar?.setAttribute("width", String(Math.min(1, taken / planned) * Number(bar.dataset.timerWidth)));
  if (state !== "fine" && announced.get("said") !== state) announce(wordsFor(taken, planned, state));
  announced.set("said", state);
}

function wordsFor(taken, planned, state) {
  const words = `${taken} of ${planned} minutes`;
  if (state === "over") return `${words}, time is up`;
  return state === "soon" ? `${words}, ${planned - taken} left` : words;
}

function tick() {
  for (const timer of document.querySelectorAll("[data-timer-minutes]")) show(timer);
}

tick();
setInterval(tick, 5000);
document.addEventListener("lw:swapped", tick);

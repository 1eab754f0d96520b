// The person's side: warns before somebody is signed out, and keeps what is typed. Everything works without it.
//
//   <div hidden data-idle-seconds="3600" data-ends-in-seconds="40000" data-warning-seconds="300" data-extend-url="/session"
//        data-sign-in-url="/my/sign-in"> … <button>                                 portal/parts/open_until.html
//   <span data-open-until>4:40pm</span>
//
// The words stand in the page, in its own language; this shows them in time. Typing or pressing something counts as
// being there, at most every few minutes: the connection may be slow. Nothing is kept in the browser.

const EXTEND_AT_MOST_EVERY = 240_000;

document.documentElement.dataset.script = "on";

const warning = document.querySelector("[data-idle-seconds]");

if (document.querySelector("form[data-draft-url]")) import("./drafts.js");
if (warning) watch(warning);

// A page that the browser kept whole and shows again is a new page: what is sent from it now is no double press.
addEventListener("pageshow", (event) => {
  if (!event.persisted || !crypto.randomUUID) return;
  for (const field of document.querySelectorAll("input[name=submission]")) field.value = crypto.randomUUID();
});

function watch(box) {
  const idle = Number(box.dataset.idleSeconds) * 1000;
  const early = Number(box.dataset.warningSeconds) * 1000;
  const endsAt = Date.now() + Number(box.dataset.endsInSeconds) * 1000;
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("open") : null;
  let activeAt = Date.now();
  let isAsking = false;

  function opensUntil() {
    return Math.min(activeAt + idle, endsAt);
  }

  function stay() {
    activeAt = Date.now();
    box.hidden = true;
    const until = document.querySelector("[data-open-until]");
    if (until) until.textContent = clock(opensUntil());
  }

  async function extend() {
    if (isAsking) return;
    isAsking = true;
    const { post } = await import("./server.js");
    const answer = await post(box.dataset.extendUrl, {});
    isAsking = false;
    if (answer.signedOut) leave();
    if (!answer.ok) return;
    stay();
    tabs?.postMessage("stay");
  }

  function leave() {
    const here = encodeURIComponent(location.pathname + location.search);
    location.assign(`${box.dataset.signInUrl}?next=${here}`);
  }

  function tick() {
    const left = opensUntil() - Date.now();
    if (left <= 0) leave();
    else if (left <= early) box.hidden = false;
  }

  function touched() {
    if (Date.now() - activeAt > EXTEND_AT_MOST_EVERY && box.hidden) extend();
  }

  box.querySelector("button").addEventListener("click", extend);
  tabs?.addEventListener("message", stay);
  tabs?.postMessage("stay"); // opening this page was a sign of life for the others too
  for (const kind of ["input", "keydown", "pointerdown"]) document.addEventListener(kind, touched);
  document.addEventListener("visibilitychange", () => document.hidden || tick());
  setInterval(tick, 1000);
}

function clock(at) {
  const parts = { hour: "numeric", minute: "2-digit", timeZone: "Europe/London" };
  const language = document.documentElement.lang;
  const said = new Date(at).toLocaleTimeString(language, { ...parts, hour12: language.startsWith("en") || undefined });
  return language.startsWith("en") ? said.replace(/\s/g, "") : said;
}

// Keeps what is being typed as a draft on the server. Nothing is kept in the browser's own storage.
//
//   <form data-draft-url="/drafts">                                      components/draft.html writes it, and the
//                                                                        hidden fields that say which draft it is
//
// Posts the form's own fields, form-encoded, without files and passwords. The server answers
//   200  {"saved_at": "10:42am", "reading": "…"}   kept; the reading goes into the form's draft_reading
//   409  {"kept_at", "reading", "fields"}          another tab kept other words since: see other_tab.js
// and any other answer counts as not saved. It goes out a second after the typing stops, and every three seconds while it
// goes on.
//
// What it shows, in the form's own [data-saved] element (components/saved.html) and in the page's [data-saved-page], which
// shows the worst of all forms: "Saved at 10:42am", "Not saved yet", "No connection". Only the server's answer makes it
// say saved. A page in other words, or in another language, has them on that element: data-says-saved="Kept at {time}".

import { announce, post, says } from "./server.js";

const AFTER_TYPING = 1000;
const WHILE_TYPING = 3000;
const SLOWEST_RETRY = 15_000;
const WORST_FIRST = ["offline", "signed_out", "other_tab", "waiting", "saved"];

const keepers = new Map();

class Keeper {
  constructor(form) {
    this.form = form;
    this.typed = 0; // counts changes, so that an answer is only about what was sent
    this.kept = 0;
    this.failures = 0;
    this.timer = null;
    this.waitingSince = null;
    this.request = null;
    this.isSent = false;
    this.isAsking = false;
    this.state = "saved";
    this.savedAt = "";
  }

  get hasUnsaved() {
    return this.typed > this.kept && !this.isSent;
  }

  changed() {
    this.typed += 1;
    this.isSent = false;
    this.waitingSince ??= Date.now();
    if (this.state === "saved") this.show("waiting");
    const longest = this.waitingSince + WHILE_TYPING - Date.now();
    if (!this.failures) this.keepIn(Math.min(AFTER_TYPING, Math.max(0, longest)));
  }

  keepIn(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), milliseconds);
  }

  async keep({ keepalive = false } = {}) {
    clearTimeout(this.timer);
    if (!this.hasUnsaved || this.request || this.isAsking) return;
    const sent = this.typed;
    this.waitingSince = null;
    this.request = new AbortController();
    const answer = await post(this.form.dataset.draftUrl, this.fields(), { keepalive, signal: this.request.signal });
    this.request = null;
    if (!this.isSent) this.settle(answer, sent);
  }

  settle(answer, sent) {
    if (answer.ok && answer.data?.saved_at) {
      this.kept = sent;
      this.failures = 0;
      this.savedAt = answer.data.saved_at;
      this.form.elements.draft_reading.value = answer.data.reading;
      this.show(this.hasUnsaved ? "waiting" : "saved");
      if (this.hasUnsaved) this.keepIn(AFTER_TYPING);
      return;
    }
    if (answer.status === 409 && answer.data?.fields) {
      this.askWhich(answer.data);
      return;
    }
    this.failures += 1;
    this.show(answer.signedOut ? "signed_out" : answer.reached ? "waiting" : "offline");
    this.keepIn(Math.min(SLOWEST_RETRY, 1500 * 2 ** this.failures));
  }

  // Another tab kept other words: nothing more goes out from here until somebody has chosen.
  async askWhich(other) {
    this.isAsking = true;
    this.show("other_tab");
    const { ask } = await import("./other_tab.js");
    const isMine = await ask(this.form, other);
    this.isAsking = false;
    this.form.elements.draft_reading.value = other.reading;
    if (isMine) {
      this.changed();
      return;
    }
    this.kept = this.typed;
    this.savedAt = other.kept_at;
    this.show("saved");
  }

  fields() {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      const isSecret = this.form.elements[name]?.type === "password";
      if (typeof value === "string" && !isSecret) body.append(name, value);
    }
    return body;
  }

  // The form itself goes to the server now: a draft that arrived after it would come back from the dead.
  sent() {
    this.isSent = true;
    clearTimeout(this.timer);
    this.request?.abort();
  }

  show(state) {
    if (state !== this.state && state !== "waiting" && (state !== "saved" || this.failures)) announce(wordsFor(state, this));
    this.state = state;
    for (const element of this.form.querySelectorAll("[data-saved]")) write(element, state, wordsFor(state, this));
    showOnPage();
  }
}

function showOnPage() {
  const page = document.querySelector("[data-saved-page]");
  const active = [...keepers.values()].filter((keeper) => keeper.typed > 0 && keeper.form.isConnected);
  const worst = WORST_FIRST.map((state) => active.find((keeper) => keeper.state === state)).find(Boolean);
  if (page && worst) write(page, worst.state, wordsFor(worst.state, worst));
}

const WORDS = {
  saved: "Saved at {time}",
  waiting: "Not saved yet",
  offline: "No connection. Not saved yet",
  signed_out: "Not saved yet. Sign in again, in another tab",
  other_tab: "Not saved yet. There is newer text in another tab",
};

function wordsFor(state, keeper) {
  return says(keeper.form, state, WORDS[state]).replace("{time}", keeper.savedAt);
}

function write(element, state, words) {
  element.dataset.state = state;
  element.querySelector("[data-saved-words]").textContent = words;
}

function keeperOf(target) {
  const form = target instanceof Element ? target.closest("form[data-draft-url]") : null;
  if (form && !keepers.has(form)) keepers.set(form, new Keeper(form));
  return keepers.get(form);
}

function keepAll(settings) {
  for (const keeper of keepers.values()) keeper.keep(settings);
}

// Typing may begin before this script has arrived.
function wasTypedInto(form) {
  const isTyped = (field) => field.matches("textarea, input:not([type=hidden])") && field.value !== field.defaultValue;
  return [...form.elements].some((field) => isTyped(field) || (field.checked ?? false) !== (field.defaultChecked ?? false));
}

for (const form of document.querySelectorAll("form[data-draft-url]")) {
  if (wasTypedInto(form)) keeperOf(form).changed();
}

document.addEventListener("input", (event) => keeperOf(event.target)?.changed());

document.addEventListener("submit", (event) => {
  const keeper = keeperOf(event.target);
  if (!keeper) return;
  if (!navigator.onLine) {
    event.preventDefault();
    keeper.show("offline");
  } else if (!event.defaultPrevented) {
    keeper.sent();
  }
});

// Back from the page that the form led to: what is in the fields may differ from the draft again.
addEventListener("pageshow", (event) => {
  if (event.persisted) for (const keeper of keepers.values()) keeper.isSent = false;
});
addEventListener("online", () => keepAll());
addEventListener("pagehide", () => keepAll({ keepalive: true }));
document.addEventListener("visibilitychange", () => document.hidden && keepAll({ keepalive: true }));

addEventListener("beforeunload", (event) => {
  if ([...keepers.values()].some((keeper) => keeper.hasUnsaved && keeper.failures)) event.preventDefault();
});

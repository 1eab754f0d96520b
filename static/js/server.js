// How our scripts talk to the server, and how they say something aloud.

const PATIENCE = 10_000;

/**
 * Post fields with the page's token. Never throws.
 *
 * Answers { ok, reached, signedOut, headers, data }: `reached` is whether a server answered at all, `signedOut` whether
 * it wants a sign-in first, `data` what it said as JSON, or null.
 */
export async function post(url, fields, { keepalive = false, signal = null } = {}) {
  const body = fields instanceof URLSearchParams ? fields : new URLSearchParams(fields);
  body.set("csrf_token", token());
  return ask(url, { method: "POST", body, keepalive }, signal);
}

/** Get a page or a part of one; `text` is its HTML, empty for 204. Never throws. */
export async function get(url) {
  return ask(url, { method: "GET", headers: { Accept: "text/html" } }, null);
}

/** Say something to screen readers without moving the focus. */
export function announce(words) {
  let region = document.getElementById("lw-announcer");
  if (!region) {
    region = document.createElement("div");
    region.id = "lw-announcer";
    region.className = "nhsuk-u-visually-hidden";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = words;
}

/** What the page says here in its own language, as data-says-… of the form's [data-saved]; else the English words. */
export function says(form, name, english) {
  return form.querySelector("[data-saved]")?.getAttribute(`data-says-${name}`) ?? english;
}

/** Tell idle.js that the server has just counted somebody as active. */
export function countedAsActive() {
  document.dispatchEvent(new CustomEvent("lw:active"));
}

async function ask(url, settings, signal) {
  const signals = [after(PATIENCE), ...(signal ? [signal] : [])];
  try {
    // A redirect can only lead to the sign-in page; followed, it would look like a success.
    const reply = await fetch(url, { ...settings, redirect: "manual", credentials: "same-origin", signal: anyOf(signals) });
    const signedOut = reply.type === "opaqueredirect" || reply.status === 401;
    const isTold = (reply.ok && reply.status !== 204) || reply.status === 409;
    const text = isTold ? await reply.text() : "";
    return { ok: reply.ok, status: reply.status, reached: true, signedOut, headers: reply.headers, text, data: json(text) };
  } catch {
    return { ok: false, status: 0, reached: false, signedOut: false, headers: new Headers(), text: "", data: null };
  }
}

function anyOf(signals) {
  return signals.length > 1 && AbortSignal.any ? AbortSignal.any(signals) : signals[signals.length - 1];
}

// Safari on iOS 15 has no AbortSignal.timeout.
function after(milliseconds) {
  if (AbortSignal.timeout) return AbortSignal.timeout(milliseconds);
  const late = new AbortController();
  setTimeout(() => late.abort(), milliseconds);
  return late.signal;
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function token() {
  return document.querySelector('input[name="csrf_token"]')?.value ?? "";
}

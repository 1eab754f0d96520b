// Another tab kept other words for the same form: shows both, and asks which to go on with.
//
// The other tab's words stand over the form; this tab's stand in it, untouched.

import { announce, says } from "./server.js";

/** Ask; answers true for this tab's words, false once the other tab's stand in the form. */
export function ask(form, other) {
  return new Promise((resolve) => {
    const box = build(form, other);
    form.prepend(box);
    announce(box.querySelector("h2").textContent);
    const choose = (isMine) => {
      if (!isMine) fill(form, other.fields);
      box.remove();
      resolve(isMine);
    };
    const [mine, theirs] = box.querySelectorAll("button");
    mine.addEventListener("click", () => choose(true));
    theirs.addEventListener("click", () => choose(false));
  });
}

function build(form, other) {
  const box = make("section", "lw-other-tab lw-gap card gap");
  const title = says(form, "newer", "There is newer text in another tab, kept at {time}");
  box.append(make("h2", "", title.replace("{time}", other.kept_at)));
  for (const [name, values] of Object.entries(other.fields)) {
    const field = form.elements[name];
    if (!isTyped(field) || field.value === values[0]) continue;
    box.append(make("p", "lw-strong label", field.labels?.[0]?.textContent.trim() ?? name));
    box.append(make("p", "lw-other-tab__words", values[0] || says(form, "nothing", "Nothing")));
  }
  const row = make("div", "lw-row row");
  row.append(
    button(says(form, "mine", "Go on with what is in the form")),
    button(says(form, "theirs", "Use the other tab’s text instead")),
  );
  box.append(row);
  return box;
}

function fill(form, fields) {
  for (const element of form.elements) {
    const values = fields[element.name];
    if (element.type === "radio" || element.type === "checkbox") element.checked = values?.includes(element.value) ?? false;
    else if (values && (isTyped(element) || element.tagName === "SELECT")) element.value = values[0];
  }
}

function isTyped(field) {
  return field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "hidden");
}

function button(words) {
  const element = make("button", "nhsuk-button nhsuk-button--small nhsuk-button--secondary button button--second", words);
  element.type = "button";
  return element;
}

function make(tag, className, words = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = words;
  return element;
}

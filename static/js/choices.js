// Finds choices while somebody types, in the list that is on the page already.
//
//   <div data-choices> <input> <button data-choices-find> <p data-choices-said role="status">
//     <details> … <ul class="lw-choices"> <li data-also="other words that it is found by"> … </details> </div>
//
// Without it the button looks on the server. What is picked stays in sight, whatever is typed.

const MARKS = /\p{M}/gu;

function fold(text) {
  return text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(/[^\p{L}\p{N}\s]/gu, "");
}

function start(place) {
  for (const languages of place.querySelectorAll("[data-languages]")) makeTicks(languages);
  const box = place.querySelector("input[type=text]");
  const said = place.querySelector("[data-choices-said]");
  const button = place.querySelector("[data-choices-find]");
  const choices = [...place.querySelectorAll(".lw-choices li")].map((item) => ({
    item,
    words: ` ${fold(`${item.textContent} ${item.dataset.also ?? ""}`)}`,
    tick: item.querySelector("input"),
  }));
  const groups = [...place.querySelectorAll("details")].map((group) => ({ group, wasOpen: group.open }));

  function show() {
    const sought = fold(box.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { item, words, tick } of choices) {
      const fits = sought.every((word) => words.includes(` ${word}`));
      item.hidden = !fits && !tick.checked;
      if (fits) found += 1;
    }
    for (const { group, wasOpen } of groups) {
      const shown = [...group.querySelectorAll("li")].some((item) => !item.hidden);
      group.hidden = !shown;
      group.open = sought.length > 0 ? shown : wasOpen || group.querySelector(":checked") !== null;
    }
    said.textContent = sought.length === 0 ? "" : inWords(found);
  }

  button.hidden = true;
  box.autocomplete = "off";
  box.addEventListener("input", show);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // it is found already, and nothing is to be sent yet
  });
}

// The languages come in one box, which weighs less: here they are choices like the others.
function makeTicks(languages) {
  const list = languages.closest("details").querySelector(".lw-choices");
  const select = languages.querySelector("select");
  for (const { value, dataset } of select.options) {
    if (!value) continue;
    const tick = Object.assign(document.createElement("input"), { type: "checkbox", name: select.name, value });
    const label = document.createElement("label");
    label.append(tick, `${languages.dataset.languages} ${value}`);
    const item = document.createElement("li");
    if (dataset.also) item.dataset.also = dataset.also;
    item.append(label);
    list.append(item);
  }
  languages.remove();
}

function inWords(found) {
  if (found === 0) return "Nothing fits. Write it in words of your own.";
  return found === 1 ? "1 choice fits" : `${found} choices fit`;
}

for (const place of document.querySelectorAll("[data-choices]")) start(place);

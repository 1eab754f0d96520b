// Offers what could be typed into a box, as the browser does it: asked for once, when somebody comes to the box.
//
//   <input data-suggestions-url="/adjustments/choices">
//
// Anything else may be typed too.

const lists = new Map();

async function offer(box) {
  const url = box.dataset.suggestionsUrl;
  if (!lists.has(url)) lists.set(url, make(url, `suggestions-${lists.size + 1}`));
  box.setAttribute("list", (await lists.get(url)).id);
}

async function make(url, id) {
  const list = document.createElement("datalist");
  list.id = id;
  const response = await fetch(url, { headers: { Accept: "application/json" } }).catch(() => null);
  const words = response?.ok ? await response.json() : [];
  list.append(...words.map((word) => new Option(word)));
  document.body.append(list);
  return list;
}

document.addEventListener("focusin", (event) => {
  if (event.target.matches?.("[data-suggestions-url]")) offer(event.target);
});

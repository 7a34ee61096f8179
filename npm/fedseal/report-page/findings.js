// Long lists of findings: the page has the first as HTML, and all of them in its data.
const { findings } = JSON.parse(document.getElementById("data").textContent);
const STEP = 200;

const groups = [...document.querySelectorAll("article[data-group]")].map((article) => {
  const list = article.querySelector(".items");
  const own = [...list.children];
  const all = findings[article.dataset.group];
  const head = [...article.querySelectorAll("h3, .summary, dl, .hidden")].map((one) => one.textContent).join(" ");
  return {
    article,
    list,
    all,
    head: head.toLowerCase(),
    own,
    more: article.querySelector(".more"),
    /** Indexes of findings that match, and how many of them are in the list. */
    matching: undefined,
    shown: own.length,
  };
});

/** In lower case; made when somebody searches for the first time. */
function textsOf(group) {
  const { all, own } = group;
  group.texts ??= (all ? all.map((one) => one.join(" ")) : own.map((one) => one.textContent)).map((one) =>
    one.toLowerCase(),
  );
  return group.texts;
}

function item([message, place]) {
  const element = document.createElement("li");
  for (const [index, part] of message.split(/(`[^`]+`)/).entries()) {
    if (index % 2 === 0) element.append(part);
    else element.append(code(part.slice(1, -1)));
  }
  if (place !== "") element.append(" ", code(place, "place"));
  return element;
}

function code(text, name = "") {
  const element = document.createElement("code");
  element.className = name;
  element.textContent = text;
  return element;
}

function note({ more, shown, all, matching }) {
  const total = matching?.length ?? all.length;
  more.querySelector("span").textContent = `${shown} of ${total} are shown.`;
  const button = more.querySelector("button");
  button.hidden = shown >= total;
  button.textContent = `Show ${Math.min(STEP, total - shown)} more`;
}

function extend(group) {
  const { all, matching, list, shown } = group;
  const indexes = matching ?? [...all.keys()];
  const next = indexes.slice(shown, shown + STEP);
  list.append(...next.map((index) => item(all[index])));
  group.shown = shown + next.length;
  note(group);
}

for (const group of groups) group.more?.querySelector("button").addEventListener("click", () => extend(group));

document.addEventListener("report:search", ({ detail: { words, counts } }) => {
  for (const group of groups) {
    const { article, head, own, list, all } = group;
    const texts = textsOf(group);
    const isHit = (text) => words.every((word) => text.includes(word) || head.includes(word));
    const matching = [...texts.keys()].filter((index) => isHit(texts[index]));
    counts.findings += matching.length;
    article.classList.toggle("filtered", matching.length === 0);
    if (!all) {
      for (const [index, element] of own.entries()) element.classList.toggle("filtered", !isHit(texts[index]));
      continue;
    }
    group.matching = words.length === 0 ? undefined : matching;
    if (words.length === 0) {
      list.replaceChildren(...own);
      group.shown = own.length;
      note(group);
    } else {
      list.replaceChildren();
      group.shown = 0;
      extend(group);
    }
  }
});

// One field for the whole page: rows and findings that do not hold the words are hidden. The table of files and long lists of
// findings have scripts of their own, which listen to `report:search` and answer with how many they have.
const field = document.getElementById("search");
const status = document.getElementById("matches");
const findings = document.getElementById("findings");
const rows = [...document.querySelectorAll("[data-row]")].map((element) => ({
  element,
  text: element.textContent.toLowerCase(),
}));

function search() {
  const words = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const counts = { findings: 0, files: 0 };
  document.dispatchEvent(new CustomEvent("report:search", { detail: { words, counts } }));
  let shown = 0;
  for (const { element, text } of rows) {
    const matches = words.every((word) => text.includes(word));
    element.classList.toggle("filtered", !matches);
    if (matches) shown += 1;
  }
  const none = findings.querySelector(".none");
  if (none) none.hidden = counts.findings > 0;
  const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  status.textContent =
    words.length === 0
      ? ""
      : `${plural(counts.findings, "finding")}, ${plural(counts.files, "file")} and ${plural(shown, "other row")} match.`;
}

// After the scripts below have begun to listen.
let soon = 0;
field.addEventListener("input", () => {
  clearTimeout(soon);
  soon = setTimeout(search, 120);
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  field.value = "";
  search();
});
document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field.focus();
});

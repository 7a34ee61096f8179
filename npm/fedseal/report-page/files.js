// The table of files: only the rows in sight are in the document, so that ten thousand cost as much as fifty. Screen readers get
// the number of all rows and the index of each (ARIA 1.2, `aria-rowcount`).
const { releases } = JSON.parse(document.getElementById("data").textContent);

/** As in the style sheet, in CSS pixels. */
const ROW = 34;
/** Rows above and below those in sight. */
const SPARE = 12;
/** Rows of a printed table. */
const PRINTED = 1000;
const LOADS = ["entry", "sync", "async", "other"];

for (const section of document.querySelectorAll("[data-release]")) {
  const release = releases[section.dataset.release];
  // A task of its own each, so that the page can scroll in between.
  if (release) setTimeout(() => show(section, release));
}

function show(section, { files, isCompared }) {
  const box = section.querySelector(".files .scroll");
  const table = box.querySelector("table");
  const body = table.tBodies[0];
  const which = section.querySelector(".which");
  const words = { all: [] };
  let rows = [];
  let sort = { key: "size", down: true };
  let picked = "";
  const all = files.map(([name, size, load, change, was, before]) => {
    return { name, text: name.toLowerCase(), size, load: change === "removed" ? "–" : load, change, was, before };
  });
  const columns = isCompared ? 4 : 3;

  function arrange() {
    const { value } = which;
    const fits = (file) => value === "" || file.load === value || file.change === value;
    rows = all.filter((file) => fits(file) && words.all.every((word) => file.text.includes(word)));
    const rank = {
      name: () => 0,
      size: (file) => file.size,
      load: (file) => LOADS.indexOf(file.load),
      change: (file) => (file.change === "same" ? "~" : file.change),
    }[sort.key];
    const way = sort.down ? -1 : 1;
    rows.sort((one, other) => {
      const [a, b] = [rank(one), rank(other)];
      if (a !== b) return a < b ? -way : way;
      return (one.text < other.text ? -1 : one.text > other.text ? 1 : 0) * (sort.key === "name" ? way : 1);
    });
    table.setAttribute("aria-rowcount", String(rows.length + 1));
    const count = rows.length === all.length ? `${all.length}` : `${rows.length} of ${all.length}`;
    section.querySelector(".shown").textContent = count;
    render();
  }

  function render(
    from = Math.floor(box.scrollTop / ROW) - SPARE,
    most = Math.ceil(box.clientHeight / ROW) + 2 * SPARE,
  ) {
    // A list that became shorter than the place that it was scrolled to.
    const first = Math.max(0, Math.min(from, rows.length - most));
    const inSight = rows.slice(first, first + most);
    const after = rows.length - first - inSight.length;
    const parts = inSight.map((file, index) => row(file, first + index));
    body.replaceChildren(...gap(first), ...parts, ...gap(after));
  }

  function gap(count) {
    if (count <= 0) return [];
    const element = document.createElement("tr");
    element.className = "gap";
    element.setAttribute("aria-hidden", "true");
    const cell = element.insertCell();
    cell.colSpan = columns;
    cell.style.height = `${count * ROW}px`;
    return [element];
  }

  function row({ name, size, load, change, was, before }, index) {
    const element = document.createElement("tr");
    // The head is row 1.
    element.setAttribute("aria-rowindex", String(index + 2));
    if (name === picked) element.className = "picked";
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    head.title = was === "" ? name : `${name}, before ${was}`;
    element.append(head);
    const number = element.insertCell();
    number.className = "number";
    number.textContent = bytes(size < 0 ? before : size);
    if (before >= 0 && size >= 0 && before !== size) number.title = `before: ${bytes(before)}`;
    element.insertCell().textContent = load;
    if (!isCompared) return element;
    const cell = element.insertCell();
    cell.textContent = change === "same" ? "unchanged" : change;
    cell.className = change;
    return element;
  }

  for (const button of table.tHead.querySelectorAll("button")) {
    button.addEventListener("click", () => {
      const { sort: key } = button.dataset;
      sort = { key, down: sort.key === key ? !sort.down : key === "size" };
      for (const head of table.tHead.querySelectorAll("th")) head.setAttribute("aria-sort", "none");
      button.closest("th").setAttribute("aria-sort", sort.down ? "descending" : "ascending");
      box.scrollTop = 0;
      arrange();
    });
  }
  which.addEventListener("change", () => {
    box.scrollTop = 0;
    arrange();
  });
  let waits = false;
  box.addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      render();
    });
  });
  document.addEventListener("report:search", ({ detail: { words: wanted, counts } }) => {
    words.all = wanted;
    box.scrollTop = 0;
    arrange();
    counts.files += rows.length;
  });
  section.addEventListener("report:file", ({ detail: name }) => {
    picked = name;
    const at = rows.findIndex((file) => file.name === name);
    if (at >= 0) box.scrollTop = Math.max(0, (at - 4) * ROW);
    render();
  });
  addEventListener("beforeprint", () => render(0, PRINTED));
  addEventListener("afterprint", () => render());
  new ResizeObserver(() => render()).observe(box);
  arrange();
}

function bytes(size) {
  if (size < 0) return "–";
  const units = ["B", "KiB", "MiB", "GiB"];
  let unit = 0;
  for (; size >= 1023.95 && unit < units.length - 1; unit++) size /= 1024;
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

// A treemap for each release: area is size, and folders are boxes. The table of files lists the same for readers who cannot see
// it, and the buttons above it open folders without a pointer.
const { releases } = JSON.parse(document.getElementById("data").textContent);

const SCHEMES = {
  load: { names: ["entry", "sync", "async", "other"], colours: [0, 1, 2, 3], of: (file) => file.load },
  kind: {
    names: ["script", "style", "data", "image or font", "other"],
    colours: [0, 1, 2, 4, 3],
    of: ({ name }) => {
      if (/\.[cm]?js$/i.test(name)) return "script";
      if (/\.css$/i.test(name)) return "style";
      if (/\.(json|wasm|txt|d\.ts|zip)$/i.test(name)) return "data";
      return /\.(png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf)$/i.test(name) ? "image or font" : "other";
    },
  },
  change: { names: ["same", "added", "changed", "unknown"], colours: [3, 1, 2, 4], of: (file) => file.change },
};
/** Buttons for folders; more are in the map. */
const FOLDERS = 12;
/** Folders in folders. */
const DEEPEST = 30;
/** Folders as small as this, in CSS pixels, are drawn as one box. */
const SMALLEST = 5;

for (const section of document.querySelectorAll("[data-release]")) {
  const release = releases[section.dataset.release];
  // A task of its own each, so that the page can scroll in between.
  if (release) setTimeout(() => draw(section, treeOf(release)));
}

function treeOf({ name: title, files }) {
  const root = { name: title, path: "", size: 0, children: new Map() };
  for (const [name, size, load, change] of files) {
    if (change === "removed" || size <= 0) continue;
    let node = root;
    root.size += size;
    const all = name.split("/");
    // Folders below that are one name: nobody opens so many, and the layout goes down by recursion.
    const parts = all.length > DEEPEST ? [...all.slice(0, DEEPEST), all.slice(DEEPEST).join("/")] : all;
    for (const part of parts.slice(0, -1)) {
      const path = `${node.path}${part}/`;
      const key = `${part}/`;
      if (!node.children.has(key)) node.children.set(key, { name: part, path, size: 0, children: new Map() });
      node = node.children.get(key);
      node.size += size;
    }
    node.children.set(parts.at(-1), { name, size, load, change });
  }
  sortTree(root);
  return root;
}

/** The largest first, as the layout needs them. */
function sortTree(node) {
  node.sorted = [...node.children.values()].sort((one, other) => other.size - one.size);
  for (const child of node.sorted) if (child.children) sortTree(child);
}

/** Squarified treemap (Bruls, Huizing, van Wijk 2000): `[node, x, y, width, height]` of each child. */
function squarify(nodes, x, y, width, height) {
  const boxes = [];
  let total = nodes.reduce((sum, { size }) => sum + size, 0);
  let from = 0;
  while (from < nodes.length && width > 0 && height > 0) {
    const side = Math.min(width, height);
    const scale = (width * height) / total;
    let sum = 0;
    let worst = Number.POSITIVE_INFINITY;
    let to = from;
    const largest = nodes[from].size * scale;
    for (; to < nodes.length; to++) {
      const area = nodes[to].size * scale;
      const next = (sum + area) ** 2;
      const ratio = Math.max((side * side * largest) / next, next / (side * side * area));
      if (ratio > worst) break;
      worst = ratio;
      sum += area;
    }
    const depth = sum / side;
    let at = 0;
    for (const node of nodes.slice(from, to)) {
      const length = (node.size * scale) / depth;
      boxes.push(width >= height ? [node, x, y + at, depth, length] : [node, x + at, y, length, depth]);
      at += length;
      total -= node.size;
    }
    if (width >= height) [x, width] = [x + depth, width - depth];
    else [y, height] = [y + depth, height - depth];
    from = to;
  }
  return boxes;
}

function draw(section, root) {
  const canvas = section.querySelector("canvas");
  const colour = section.querySelector(".colour");
  const tip = section.querySelector(".tip");
  const context = canvas.getContext("2d");
  let folder = root;
  let boxes = [];
  let ink = "";
  let font = "";
  const trail = [root];

  function paint() {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    const ratio = Math.min(devicePixelRatio, 2);
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    // Asked once: each question may make the browser compute styles again.
    const ground = styleOf("background-color", canvas);
    ink = styleOf("color", tip);
    font = styleOf("font-family", document.body);
    const { names, colours, of } = SCHEMES[colour.value];
    const fills = new Map(names.map((name, index) => [name, swatch(section, colours[index])]));
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
    context.textBaseline = "middle";
    boxes = [];
    const visit = (node, x, y, w, h, depth) => {
      for (const [child, left, top, wide, high] of squarify(node.sorted, x, y, w, h)) {
        if (wide < 0.4 || high < 0.4) continue;
        boxes.push([child, left, top, wide, high]);
        const isOpen = child.children && wide > SMALLEST && high > SMALLEST;
        if (isOpen) {
          const head = wide > 60 && high > 40 && depth < 3 ? 18 : 0;
          if (head > 0) label(`${child.name}/`, left + 5, top + 10, wide - 10, ink, 11.5);
          const edge = wide > 16 && high > 16 ? 1.5 : 0;
          visit(child, left + edge, top + head + edge, wide - 2 * edge, high - head - 2 * edge, depth + 1);
          continue;
        }
        context.fillStyle = fills.get(child.children ? "other" : of(child)) ?? fills.get(names.at(-1));
        const gap = wide > 4 && high > 4 ? 0.75 : 0;
        context.fillRect(left + gap, top + gap, wide - 2 * gap, high - 2 * gap);
        if (wide > 52 && high > 20)
          label(last(child.name), left + 7, top + Math.min(high / 2, 14), wide - 12, "#fff", 12);
      }
    };
    visit(folder, 0, 0, width, height, 0);
    if (root.size === 0) label("The sizes of the files are not known.", 16, 24, width - 32, ink, 14);
  }

  function label(text, x, y, room, fill, size) {
    context.font = `${size}px ${font}`;
    let shown = text;
    // About half an em per letter is close enough to decide how many fit.
    const most = Math.floor(room / (size * 0.54));
    if (text.length > most) shown = most > 3 ? `${text.slice(0, most - 1)}…` : "";
    if (fill === "#fff") {
      context.fillStyle = "rgb(0 0 0 / 0.45)";
      context.fillText(shown, x, y + 1, room);
    }
    context.fillStyle = fill;
    context.fillText(shown, x, y, room);
  }

  function legend() {
    const { names, colours } = SCHEMES[colour.value];
    const items = names.map((name, index) => {
      const element = document.createElement("li");
      const image = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      image.setAttribute("viewBox", "0 0 1 1");
      image.setAttribute("aria-hidden", "true");
      const square = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      for (const [key, value] of [
        ["width", 1],
        ["height", 1],
        ["class", `k${colours[index]}`],
      ]) {
        square.setAttribute(key, value);
      }
      image.append(square);
      element.append(image, name === "same" ? "unchanged" : name);
      return element;
    });
    section.querySelector(".legend").replaceChildren(...items);
  }

  function open(next) {
    const at = trail.indexOf(next);
    if (at >= 0) trail.length = at + 1;
    else trail.push(next);
    folder = next;
    const crumbs = trail.map((node) => button(node.name, node, node === next));
    const below = next.sorted.filter((node) => node.children);
    const folders = below.slice(0, FOLDERS).map((node) => button(`${node.name}/  ${bytes(node.size)}`, node, false));
    section.querySelector(".crumbs").replaceChildren(...crumbs, ...folders);
    paint();
  }

  function button(text, node, isCurrent) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    if (isCurrent) element.setAttribute("aria-current", "true");
    element.addEventListener("click", () => {
      open(node);
      section.querySelector(".crumbs [aria-current]").focus();
    });
    return element;
  }

  /** The innermost box at a point: boxes of folders come before those in them. */
  function boxAt({ offsetX: x, offsetY: y }) {
    return boxes.findLast(
      ([, left, top, wide, high]) => x >= left && x < left + wide && y >= top && y < top + high,
    )?.[0];
  }

  canvas.addEventListener("pointermove", (event) => {
    const node = boxAt(event);
    tip.textContent = node ? `${node.path ?? node.name}  ${bytes(node.size)}` : "";
    canvas.style.cursor = node ? "pointer" : "";
  });
  canvas.addEventListener("pointerleave", () => {
    tip.textContent = "";
  });
  canvas.addEventListener("click", (event) => {
    const node = boxAt(event);
    if (node?.children) open(node);
    else if (node) section.dispatchEvent(new CustomEvent("report:file", { detail: node.name }));
  });
  colour.addEventListener("change", () => {
    legend();
    paint();
  });
  document.addEventListener("report:colours", paint);
  addEventListener("beforeprint", paint);
  addEventListener("afterprint", paint);
  legend();
  open(root);
  let width = canvas.clientWidth;
  new ResizeObserver(() => {
    if (canvas.clientWidth === width) return;
    width = canvas.clientWidth;
    requestAnimationFrame(paint);
  }).observe(canvas);
}

function styleOf(property, element) {
  return getComputedStyle(element).getPropertyValue(property);
}

/** The fill of a class, as the style sheet has it for the present colours. */
function swatch(section, index) {
  const probe = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  probe.setAttribute("class", `k${index}`);
  const image = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  image.append(probe);
  section.querySelector(".legend").append(image);
  const fill = styleOf("fill", probe);
  image.remove();
  return fill;
}

function last(name) {
  return name.slice(name.lastIndexOf("/") + 1);
}

function bytes(size) {
  const units = ["B", "KiB", "MiB", "GiB"];
  let unit = 0;
  for (; size >= 1023.95 && unit < units.length - 1; unit++) size /= 1024;
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

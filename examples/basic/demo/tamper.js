import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fedseal, read } from "./build.js";

/** What the panel offers. Every one changes a file that runs; those on the manifest try to cover it up as well. */
export const CHOICES = [
  {
    id: "entry",
    title: "The remote's entry",
    text: "remoteEntry.js, loaded first",
    file: (manifest) => pathOf(manifest.metaData.remoteEntry),
  },
  {
    id: "chunk",
    title: "The component's chunk",
    text: "The code that is exposed",
    file: chunk,
  },
  {
    id: "lazy",
    title: "The lazy chunk",
    text: "Loaded by “Buy”, pressed for you",
    lazy: true,
    file: (manifest, files) => holding(manifest.exposes[0].assets.js.async, files, "shop-details"),
  },
  {
    id: "style",
    title: "The style sheet",
    text: "CSS of the component",
    // The one that is loaded with the component's chunk: their names begin alike.
    file(manifest, files) {
      const [id] = chunk(manifest, files).split("/").at(-1).split(".");
      const all = manifest.exposes[0].assets.css.sync.map(pathOf);
      return all.find((path) => path.split("/").at(-1).startsWith(`${id}.`)) ?? all[0];
    },
  },
  {
    id: "hash-removed",
    title: "Manifest: a hash taken out",
    text: "Chunk changed, its hash removed",
    file: chunk,
    rewrite(manifest, file) {
      for (const entry of entriesOf(manifest, file)) {
        delete entry.integrity;
        delete entry.contentHash;
      }
      delete manifest.integrity?.[file];
    },
  },
  {
    id: "hash-replaced",
    title: "Manifest: a hash replaced",
    text: "Chunk changed, entry rehashed",
    file: chunk,
    rewrite(manifest, file, bytes) {
      for (const entry of entriesOf(manifest, file)) {
        entry.integrity = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
        entry.contentHash = createHash("sha256").update(bytes).digest("hex");
      }
    },
  },
  {
    id: "unsealed",
    title: "Manifest: no seal at all",
    text: "Chunk changed, no hash left",
    file: chunk,
    rewrite(manifest) {
      delete manifest.integrity;
      delete manifest.release;
      delete manifest.metaData.remoteEntry.integrity;
      delete manifest.metaData.remoteEntry.contentHash;
      eachList(manifest, (list) => list.map(pathOf));
    },
  },
  {
    id: "sealed-anew",
    title: "All of it, sealed anew",
    text: "Chunk changed, then “fedseal seal”",
    file: chunk,
    sealAnew: true,
  },
];

const MANIFEST = "mf-manifest.json";

/**
 * The files that a choice changes in a build of the remote.
 *
 * @param {string} id
 * @param {Map<string, Buffer>} files
 * @returns {Map<string, Buffer>}
 */
export function tamper(id, files) {
  const { file, rewrite, sealAnew } = CHOICES.find((one) => one.id === id);
  const manifest = JSON.parse(files.get(MANIFEST));
  const path = file(manifest, files);
  const bytes = Buffer.concat([files.get(path), Buffer.from(payload(path))]);
  const changed = new Map([[path, bytes]]);
  if (rewrite) {
    const before = JSON.stringify(manifest);
    rewrite(manifest, path, bytes);
    const after = JSON.stringify(manifest, null, 2);
    // The manifest of the stock build has no hashes that could be changed.
    if (before !== JSON.stringify(manifest)) changed.set(MANIFEST, Buffer.from(after));
  }
  return sealAnew ? sealed(files, changed) : changed;
}

/** What an attacker deploys who can write every file, and has the command but not the key. */
function sealed(files, changed) {
  const out = mkdtempSync(join(tmpdir(), "fedseal-demo-"));
  try {
    for (const [path, bytes] of [...files, ...changed]) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      writeFileSync(join(out, path), bytes);
    }
    fedseal("seal", out, "--quiet");
    const now = read(out);
    return new Map([...now].filter(([path, bytes]) => !files.get(path)?.equals(bytes)));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Added to a file that otherwise works, as somebody would who wants to stay unnoticed, except for the red. */
function payload(path) {
  if (path.endsWith(".css")) return `\n:root{--tampered:${JSON.stringify(path)}}\n${STYLE}`;
  return `
;(() => {
  (globalThis.tampered ??= []).push(${JSON.stringify(path)});
  const style = document.createElement("style");
  style.textContent = ${JSON.stringify(STYLE)};
  document.head.append(style);
})();
`;
}

const STYLE = [
  ":root .shop{border:2px solid #b3261e;background:#fdecea;color:#5f1410}",
  ":root .shop::before{content:'This code was never reviewed';display:block;margin:0 0 .75rem;font-weight:700}",
  ":root .shop .shop-button{background:#b3261e}",
  ":root .shop .shop-details{color:inherit}",
  "@media (prefers-color-scheme:dark){:root .shop{border-color:#ff9b91;background:#3a1c1a;color:#ffd9d4}}",
  "",
].join("\n");

function chunk(manifest, files) {
  return holding(manifest.exposes[0].assets.js.sync, files, "shop-button");
}

/** The file of a list that has a text in it: the lists also name what the remote needs to run on its own. */
function holding(list, files, text) {
  const found = list
    .map(pathOf)
    .find((path) => files.get(path).includes(text) && !files.get(path).includes("createRoot"));
  if (!found) throw new Error(`no file of the remote holds ${text}`);
  return found;
}

/** Module Federation writes a file as a string, a sealed manifest as an object. */
function pathOf(entry) {
  return typeof entry === "string" ? entry : [entry.path, entry.name].filter(Boolean).join("/");
}

/** The entries of a file that have hashes. */
function entriesOf(manifest, file) {
  const found = [];
  eachList(manifest, (list) => {
    found.push(...list.filter((entry) => typeof entry !== "string" && pathOf(entry) === file));
    return list;
  });
  return found;
}

function eachList(manifest, change) {
  for (const { assets } of [...manifest.exposes, ...manifest.shared]) {
    for (const lists of [assets.js, assets.css]) {
      for (const when of ["sync", "async"]) lists[when] = change(lists[when]);
    }
  }
}

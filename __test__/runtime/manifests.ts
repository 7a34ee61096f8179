import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Manifest, sri } from "../folders.ts";
import { folder } from "../scratch.ts";

/** A remote in a folder, small enough to be read at a glance, written without fedseal's sealer. */
export function remote(
  files: Record<string, string> = { "remoteEntry.js": "entry", "js/a.js": "a", "js/b.js": "b", "css/a.css": "c" },
) {
  const dir = folder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  const hashes = (file: string) => {
    const bytes = Buffer.from(files[file] ?? "");
    return { integrity: sri(bytes), contentHash: createHash("sha256").update(bytes).digest("hex") };
  };
  const entry = (file: string) => {
    const [name, ...path] = file.split("/").reverse();
    return { path: path.reverse().join("/"), name: name as string, ...hashes(file) };
  };
  const list = (type: string) =>
    Object.keys(files)
      .filter((file) => file.startsWith(`${type}/`))
      .map(entry);
  const manifest: Manifest = {
    schemaVersion: "1.0.0",
    id: "shop",
    name: "shop",
    metaData: { name: "shop", publicPath: "auto", remoteEntry: { type: "global", ...entry("remoteEntry.js") } },
    shared: [],
    exposes: [
      {
        name: "Panel",
        path: "./Panel",
        assets: { js: { sync: list("js"), async: [] }, css: { sync: list("css"), async: [] } },
      },
    ],
    integrity: Object.fromEntries(
      Object.keys(files)
        .sort()
        .map((file) => [file, hashes(file).integrity]),
    ),
  };
  const write = () => writeFileSync(join(dir, "mf-manifest.json"), JSON.stringify(manifest));
  write();
  return { dir, manifest, entry, write };
}

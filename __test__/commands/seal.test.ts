import { spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { flaws, manifestOf } from "../folders.ts";
import { invalid } from "../schema.ts";
import { fedseal, MANIFEST, output, start, timeless } from "./fedseal.ts";

const BIN = join(import.meta.dirname, "../../npm/fedseal/bin/fedseal.js");

describe("fedseal seal", () => {
  test("seals a folder, and says nothing more the second time", () => {
    const { dir, dist } = output();
    expect(timeless(fedseal(dir, "seal", "dist"))).toMatchInlineSnapshot(`
      {
        "status": 0,
        "stderr": "",
        "stdout": "fedseal: sealed 3 files (15 B) in N ms → dist/mf-manifest.json
      ",
      }
    `);
    expect(flaws(dist)).toEqual([]);
    expect(invalid(manifestOf(dist))).toEqual([]);
    expect(readFileSync(join(dist, "mf-manifest.json"), "utf8")).toMatchSnapshot();
    const before = statSync(join(dist, "mf-manifest.json"));
    expect(fedseal(dir, "seal", "dist").stdout).toContain("(already sealed, not changed)");
    expect(statSync(join(dist, "mf-manifest.json")).mtimeMs).toBe(before.mtimeMs);
  });

  test("options", () => {
    const { dir, dist } = output({ "extra.txt": "extra", "unused.js": "unused" });
    const args = [
      "--entries",
      "string",
      "--algorithm",
      "sha256",
      "--release",
      "r7",
      "--include",
      "*.txt",
      "--exclude",
      "unused.*",
    ];
    expect(fedseal(dir, "seal", "dist", ...args).status).toBe(0);
    const manifest = manifestOf(dist);
    expect(manifest.release.id).toBe("r7");
    expect(manifest.exposes[0].assets.js.sync).toEqual(["static/js/Button.js"]);
    expect(Object.keys(manifest.integrity)).toEqual([
      "extra.txt",
      "remoteEntry.js",
      "static/js/Button.js",
      "static/js/lazy.js",
    ]);
    expect(manifest.integrity["extra.txt"]).toMatch(/^sha256-/);
    expect(fedseal(dir, "verify", "dist", "--include", "*.txt", "--exclude", "unused.*").status).toBe(0);
    expect(fedseal(dir, "verify", "dist").status).toBe(1);
  });

  test("a release given once stays; a derived one follows the files", () => {
    const { dir, dist } = output();
    fedseal(dir, "seal", "dist");
    const derived = manifestOf(dist).release.id;
    writeFileSync(join(dist, "remoteEntry.js"), "other");
    fedseal(dir, "seal", "dist");
    expect(manifestOf(dist).release.id).not.toBe(derived);
    fedseal(dir, "seal", "dist", "--release", "r7");
    fedseal(dir, "seal", "dist");
    expect(manifestOf(dist).release.id).toBe("r7");
  });

  test("another manifest, by name", () => {
    const { dir, dist } = output({ "federation/shop.json": JSON.stringify(MANIFEST) });
    rmSync(join(dist, "mf-manifest.json"));
    expect(fedseal(dir, "seal", "dist").status).toBe(2);
    expect(fedseal(dir, "seal", "dist", "--manifest", "federation/shop.json").status).toBe(0);
    expect(flaws(dist, { name: "federation/shop.json" })).toEqual([]);
  });

  test("compressed copies of the manifest are renewed", () => {
    const { dir, dist } = output({
      "mf-manifest.json.gz": gzipSync("stale"),
      "mf-manifest.json.br": brotliCompressSync("stale"),
    });
    expect(fedseal(dir, "seal", "dist").status).toBe(0);
    const manifest = readFileSync(join(dist, "mf-manifest.json"));
    expect(gunzipSync(readFileSync(join(dist, "mf-manifest.json.gz"))).equals(manifest)).toBe(true);
    expect(brotliDecompressSync(readFileSync(join(dist, "mf-manifest.json.br"))).equals(manifest)).toBe(true);
    expect(fedseal(dir, "verify", "dist").status).toBe(0);
  });

  test("sealing again keeps form and algorithm", () => {
    const { dir, dist } = output();
    fedseal(dir, "seal", "dist", "--entries", "string", "--algorithm", "sha512");
    writeFileSync(join(dist, "remoteEntry.js"), "changed by a later step");
    expect(fedseal(dir, "seal", "dist").status).toBe(0);
    const manifest = manifestOf(dist);
    expect(manifest.exposes[0].assets.js.sync).toEqual(["static/js/Button.js"]);
    expect(manifest.integrity["remoteEntry.js"]).toMatch(/^sha512-/);
  });

  test.skipIf(process.platform === "win32")("a compressed copy that is a link out of the folder, or a pipe", () => {
    const linked = output();
    writeFileSync(join(linked.dir, "secret"), "secret");
    symlinkSync("../secret", join(linked.dist, "mf-manifest.json.gz"));
    expect(fedseal(linked.dir, "seal", "dist").stdout).toContain("error[file/symlink-outside]");
    expect(readFileSync(join(linked.dir, "secret"), "utf8")).toBe("secret");
    const piped = output();
    spawnSync("mkfifo", [join(piped.dist, "mf-manifest.json.br")]);
    expect(fedseal(piped.dir, "seal", "dist").stdout).toContain("error[file/unreadable]");
  });

  test("permissions and links of the manifest stay", () => {
    const { dir, dist } = output();
    const path = join(dist, "mf-manifest.json");
    chmodSync(path, 0o640);
    expect(fedseal(dir, "seal", "dist").status).toBe(0);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });
});

describe("what cannot be sealed is left as it was", () => {
  const refused: [string, () => { dir: string; dist: string }, number][] = [
    ["no folder", () => ({ ...output(), dist: "nowhere" }), 2],
    ["no manifest", () => without("mf-manifest.json"), 2],
    ["manifest cut off", () => output({ "mf-manifest.json": '{"name":' }), 2],
    ["manifest is HTML", () => output({ "mf-manifest.json": "<!doctype html>" }), 2],
    ["manifest is something else", () => output({ "mf-manifest.json": '{"name":"x"}' }), 2],
    ["an entry without a file", () => without("static/js/lazy.js"), 1],
    ["a broken link", () => linked("nowhere.js"), 2],
    ["a link out of the folder", () => linked("../../outside.js"), 2],
    ["a query in a name", () => output({ "static/a?b.js": "x" }), 1],
  ];
  function without(name: string) {
    const made = output();
    rmSync(join(made.dist, name));
    return made;
  }
  function linked(target: string) {
    const made = output();
    writeFileSync(join(made.dir, "outside.js"), "outside");
    symlinkSync(target, join(made.dist, "static/link.js"));
    return made;
  }

  test.each(refused)("%s", (_, make, status) => {
    const { dir, dist } = make();
    const path = join(dir, "dist/mf-manifest.json");
    const before = readdirSync(join(dir, "dist"));
    const bytes = before.includes("mf-manifest.json") ? readFileSync(path) : undefined;
    const ran = fedseal(dir, "seal", dist === "nowhere" ? "nowhere" : "dist");
    expect(ran.status).toBe(status);
    expect(timeless(ran)).toMatchSnapshot();
    expect(readdirSync(join(dir, "dist"))).toEqual(before);
    if (bytes) expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test.skipIf(process.platform === "win32")("a full disk", () => {
    const { dir, dist } = output(
      Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`static/js/${n}.js`, `${n}`])),
    );
    const before = readFileSync(join(dist, "mf-manifest.json"));
    // A limit on file sizes fails a write halfway, as a full disk does: one block is 1024 bytes in bash.
    const ran = spawnSync("bash", ["-c", `ulimit -f 4 && exec "${process.execPath}" "${BIN}" seal dist`], {
      cwd: dir,
      encoding: "utf8",
    });
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain("error[file/unwritable]: mf-manifest.json cannot be written: file too large");
    expect(readFileSync(join(dist, "mf-manifest.json")).equals(before)).toBe(true);
    expect(readdirSync(dist).filter((name) => name.includes("tmp"))).toEqual([]);
  });

  test("a panic of ours", () => {
    const { dir } = output();
    const ran = spawnSync(process.execPath, [BIN, "seal", "dist"], {
      cwd: dir,
      encoding: "utf8",
      env: { ...process.env, FEDSEAL_FAULT: "panic:sealFolder" },
    });
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain("error[internal/panic]: fedseal's sealFolder panicked");
  });
});

test("killed at any moment, the manifest is the old one or the new one", async () => {
  const { dir, dist } = output(
    Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`static/js/${n}.js`, `${n}`])),
  );
  const path = join(dist, "mf-manifest.json");
  const old = readFileSync(path);
  fedseal(dir, "seal", "dist");
  const sealed = readFileSync(path);
  const took = performance.now();
  writeFileSync(path, old);
  await once(start(dir, "seal", "dist"), "exit");
  const whole = performance.now() - took;
  let killed = 0;
  for (let round = 0; round < 30; round += 1) {
    writeFileSync(path, old);
    const child = start(dir, "seal", "dist");
    const ended = once(child, "exit");
    // Mostly in the second half of a run, where the writing is.
    await new Promise((resolve) => setTimeout(resolve, whole * (0.4 + (0.6 * round) / 30)));
    child.kill("SIGKILL");
    const [, signal] = await ended;
    if (signal === "SIGKILL") killed += 1;
    const now = readFileSync(path);
    expect(now.equals(old) || now.equals(sealed), `round ${round}`).toBe(true);
  }
  expect(killed).toBeGreaterThan(0);
  // A later run clears away what the killed ones left.
  const left = () => readdirSync(dist).filter((name) => name.endsWith(".fedseal-tmp"));
  for (const name of left()) utimesSync(join(dist, name), 0, 0);
  writeFileSync(path, old);
  fedseal(dir, "seal", "dist");
  expect(left()).toEqual([]);
});

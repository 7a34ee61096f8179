import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Manifest, manifestOf } from "../folders.ts";
import { fedseal, MANIFEST, output, timeless } from "./fedseal.ts";

/** A sealed folder with every kind of damage that a later step may do. */
function damaged() {
  const made = output();
  fedseal(made.dir, "seal", "dist");
  appendFileSync(join(made.dist, "remoteEntry.js"), "!");
  rmSync(join(made.dist, "static/js/lazy.js"));
  writeFileSync(join(made.dist, "new.js"), "new");
  return made;
}

describe("fedseal verify", () => {
  test("a folder as it was sealed", () => {
    const { dir } = output();
    fedseal(dir, "seal", "dist");
    expect(timeless(fedseal(dir, "verify", "dist"))).toEqual({
      status: 0,
      stderr: "",
      stdout: "fedseal: verified 3 files (15 B) in N ms: all as sealed in dist/mf-manifest.json\n",
    });
  });

  test.each(["text", "json", "github", "sarif"])("drift, missing and unlisted as %s", (format) => {
    const { dir } = damaged();
    const ran = fedseal(dir, "verify", "dist", "--format", format);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toBe("");
    expect(ran.stdout).toMatchSnapshot();
    if (format === "json" || format === "sarif") JSON.parse(ran.stdout);
  });

  test("JSON of a clean folder says what was checked", () => {
    const { dir } = output();
    fedseal(dir, "seal", "dist");
    const ran = fedseal(dir, "verify", "dist", "--format", "json");
    expect(JSON.parse(ran.stdout)).toEqual({ findings: [], checked: ["integrity"], unchecked: [] });
  });

  test("JSON of a folder that could not be checked says why", () => {
    const { dir } = output({ "mf-manifest.json": "{" });
    const ran = fedseal(dir, "verify", "dist", "--format", "json");
    expect(ran.status).toBe(2);
    expect(JSON.parse(ran.stdout)).toMatchObject({ checked: [], unchecked: [{ area: "integrity" }] });
  });

  test("compressed copies in a folder of their own hold what the manifest names, or are findings", () => {
    const { dir, dist } = output();
    fedseal(dir, "seal", "dist");
    mkdirSync(join(dist, "gz"));
    const copy = (name: string, bytes: Buffer) => writeFileSync(join(dist, "gz", name), bytes);
    copy("remoteEntry.js.gz", gzipSync(readFileSync(join(dist, "remoteEntry.js"))));
    writeFileSync(join(dist, "mf-stats.json"), "{}");
    copy("mf-stats.json.gz", gzipSync("{}"));
    copy("mf-manifest.json.br", brotliCompressSync(readFileSync(join(dist, "mf-manifest.json"))));
    expect(fedseal(dir, "verify", "dist")).toMatchObject({ status: 0, stderr: "" });
    for (const bytes of [gzipSync("planted"), Buffer.from("no gzip")]) {
      copy("planted.js.gz", bytes);
      const ran = fedseal(dir, "verify", "dist");
      expect(ran.status).toBe(1);
      expect(ran.stdout).toContain("gz/planted.js.gz is a compressed copy of no file that the manifest names");
    }
    expect(fedseal(dir, "verify", "dist", "--exclude", "gz/**").status).toBe(0);

    // One that is a link out of the folder, or no file, is told beside all other findings, whatever it holds now.
    rmSync(join(dist, "gz/planted.js.gz"));
    const outside = join(dir, "outside.gz");
    writeFileSync(outside, gzipSync(readFileSync(join(dist, "remoteEntry.js"))));
    symlinkSync(outside, join(dist, "gz/link.js.gz"));
    spawnSync("mkfifo", [join(dist, "gz/pipe.js.gz")]);
    writeFileSync(join(dist, "other.js"), "other");
    const { status, stdout } = fedseal(dir, "verify", "dist");
    expect(status).toBe(2);
    expect(stdout).toContain("gz/link.js.gz links to a place outside");
    expect(stdout).toContain("gz/pipe.js.gz is not a regular file");
    expect(stdout).toContain("other.js is not in the closure");
  });

  test("an output inside another one is named, and vouches for nothing", () => {
    const server = output();
    fedseal(server.dir, "seal", "dist");
    const { dir, dist } = output();
    fedseal(dir, "seal", "dist");
    cpSync(server.dist, join(dist, "server"), { recursive: true });
    const { status, stdout } = fedseal(dir, "verify", "dist");
    expect(status).toBe(1);
    expect(stdout).toContain("server/remoteEntry.js is not in the closure");
    const [, first = "", second = ""] =
      /`fedseal (verify <dir> --exclude "\S+")` and `fedseal (verify \S+)`/.exec(stdout) ?? [];
    for (const call of [first, second]) {
      const args = call.replace("<dir>", "dist").replaceAll('"', "").split(" ");
      expect(fedseal(dir, ...args)).toMatchObject({ status: 0, stderr: "" });
    }
    // Whoever names both has both compared, each with its own manifest.
    writeFileSync(join(dir, "fedseal.config.json"), JSON.stringify({ targets: ["dist", { folder: "dist/server" }] }));
    const both = fedseal(dir, "verify", "dist");
    expect(both).toMatchObject({ status: 0, stderr: "" });
    expect(both.stdout).toContain("all as sealed in dist/mf-manifest.json and dist/server/mf-manifest.json");
    expect(fedseal(dir, "check").stdout).not.toContain("integrity/");
    writeFileSync(join(dist, "server/planted.js"), "planted");
    writeFileSync(join(dist, "planted.js"), "planted");
    for (const command of [["verify", "dist"], ["check"]]) {
      const ran = fedseal(dir, ...command);
      expect(ran.status).toBe(1);
      expect(ran.stdout.match(/planted\.js is not in the closure/g)).toHaveLength(2);
    }
  });

  test("a compressed copy that holds something else", () => {
    const { dir, dist } = output();
    fedseal(dir, "seal", "dist");
    for (const copy of [gzipSync("other"), gzipSync("entry and more"), Buffer.from("not gzip")]) {
      writeFileSync(join(dist, "remoteEntry.js.gz"), copy);
      const ran = fedseal(dir, "verify", "dist");
      expect(ran.status).toBe(1);
      expect(ran.stdout).toContain(
        "error[integrity/stale-sibling]: remoteEntry.js.gz does not hold what remoteEntry.js holds",
      );
    }
    writeFileSync(join(dist, "remoteEntry.js.gz"), gzipSync("entry"));
    expect(fedseal(dir, "verify", "dist").status).toBe(0);
  });

  test.each([
    ["another build", "entry", "entries", "entry", "it is the copy of another build"],
    ["a change after it", "entry();", "entry();", "entries();", "the file was changed after it was compressed"],
    [
      "a formatter",
      "a ( 1 ) ; /* x */ b()",
      "a ( 1 ) ; /* x */ b()",
      "a(1);\nb();\n",
      "the file was formatted or minified again",
    ],
    [
      "a minifier",
      "function f(long){return long.x+long}",
      "function f(long){return long.x+long}",
      "function f(a){return a.x+a}",
      "the file was minified again",
    ],
    ["other names of properties", "f.long", "f.long", "f.a", "the file was changed after"],
    ["two names for one", "f(a,a)", "f(a,a)", "f(b,c)", "the file was changed after"],
  ])("a compressed copy and %s", (_, sealed, copy, now, words) => {
    const { dir, dist } = output({ "remoteEntry.js": sealed });
    fedseal(dir, "seal", "dist");
    writeFileSync(join(dist, "remoteEntry.js.gz"), gzipSync(copy));
    writeFileSync(join(dist, "remoteEntry.js"), now);
    const { status, stdout } = fedseal(dir, "verify", "dist");
    expect(status).toBe(1);
    expect(stdout).toContain(words);
  });

  // Each of these once passed.
  test.each<[string, string, (made: { dist: string }, edit: (change: (manifest: Manifest) => void) => void) => void]>([
    ["a script in capitals", "integrity/unlisted-file", ({ dist }) => writeFileSync(join(dist, "evil.JS"), "x")],
    ["a hidden script", "integrity/unlisted-file", ({ dist }) => writeFileSync(join(dist, ".evil.js"), "x")],
    ["a hot update", "integrity/unlisted-file", ({ dist }) => writeFileSync(join(dist, "a.hot-update.js"), "x")],
    [
      "another manifest",
      "integrity/unlisted-file",
      ({ dist }) => writeFileSync(join(dist, "static/mf-stats.json"), "{}"),
    ],
    [
      "a copy of nothing",
      "integrity/unlisted-file",
      ({ dist }) => writeFileSync(join(dist, "evil.js.gz"), gzipSync("x")),
    ],
    [
      "a file that the closure names, and an unsealed entry",
      "integrity/missing-file",
      ({ dist }, edit) => {
        rmSync(join(dist, "static/js/lazy.js"));
        edit((manifest) => {
          manifest.metaData.ssrRemoteEntry = { name: "lazy.js", path: "static/js", type: "module" };
        });
      },
    ],
    [
      "a types archive that lost its hash",
      "integrity/entry-unsealed",
      ({ dist }, edit) => {
        writeFileSync(join(dist, "types.zip"), "zip");
        edit((manifest) => {
          manifest.metaData.types = { path: "", name: "", zip: "types.zip", api: "" };
        });
      },
    ],
    [
      "another protocol",
      "manifest/unsupported-schema-version",
      (_, edit) => edit((one) => (one.schemaVersion = "9.0.0")),
    ],
    ["no remoteEntry", "manifest/invalid-shape", (_, edit) => edit((one) => (one.metaData.remoteEntry = null))],
    [
      "a closure that readers cannot look up",
      "manifest/invalid-shape",
      (_, edit) =>
        edit((one) => {
          one.integrity["./remoteEntry.js"] = one.integrity["remoteEntry.js"];
          delete one.integrity["remoteEntry.js"];
        }),
    ],
    [
      "preload hints of another shape",
      "integrity/missing-file",
      (_, edit) => edit((one) => (one.preload = { "./Button": { js: { sync: ["gone.js"] } } })),
    ],
  ])("%s", (_, rule, damage) => {
    const made = output();
    fedseal(made.dir, "seal", "dist");
    damage(made, (change) => {
      const manifest = manifestOf(made.dist);
      change(manifest);
      writeFileSync(join(made.dist, "mf-manifest.json"), JSON.stringify(manifest));
    });
    const ran = fedseal(made.dir, "verify", "dist");
    expect(ran.stdout).toContain(`error[${rule}]`);
    expect(ran.status).toBe(rule.startsWith("manifest/") ? 2 : 1);
  });

  test("a reader that closes the pipe does not change the verdict", () => {
    const { dir } = damaged();
    const bin = join(import.meta.dirname, "../../npm/fedseal/bin/fedseal.js");
    const line = `"${process.execPath}" "${bin}" verify dist --format sarif | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", line], { cwd: dir, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "1\n", stderr: "" });
  });

  test("names from a manifest cannot write to the terminal or the log", () => {
    const exposes = [
      {
        ...MANIFEST.exposes[0],
        assets: { js: { sync: ["\u001b[2J\n::error::x.js"], async: [] }, css: { sync: [], async: [] } },
      },
    ];
    const { dir } = output({ "mf-manifest.json": JSON.stringify({ ...MANIFEST, exposes }) });
    for (const format of ["text", "github"]) {
      const { stdout } = fedseal(dir, "verify", "dist", "--format", format);
      expect(stdout).not.toContain("\u001b");
      expect(stdout.split("\n").filter((line) => line.startsWith("::error::"))).toEqual([]);
    }
  });
});

test.each(["github", "sarif"])(
  "%s names files from the root of the repository, wherever the command runs",
  (format) => {
    const { dir, dist } = damaged();
    mkdirSync(join(dir, ".git"));
    const said = fedseal(dir, "verify", "dist", "--format", format).stdout;
    expect(said).toContain(format === "github" ? "file=dist/mf-manifest.json," : '"uri": "dist/mf-manifest.json"');
    expect(fedseal(dist, "verify", ".", "--format", format).stdout).toBe(said);
    expect(fedseal(dist, "verify", dist, "--format", format).stdout).toBe(said);
  },
);

describe("the command itself", () => {
  test.each([
    [["bogus"], 2],
    [["verify"], 2],
    [["verify", "dist", "--format", "xml"], 2],
    [["seal", "dist", "--algorithm", "md5"], 2],
    [["explain", "integrity/drif"], 2],
    [["--version"], 0],
    [["--help"], 0],
    [["explain", "integrity/drift"], 0],
  ])("fedseal %j", (args, status) => {
    const { dir } = output();
    const ran = fedseal(dir, ...(args as string[]));
    expect(ran.status).toBe(status);
    expect({ stdout: ran.stdout, stderr: ran.stderr }).toMatchSnapshot();
  });

  test("explain without a rule lists them all", () => {
    const { dir } = output();
    const { stdout } = fedseal(dir, "explain");
    expect(stdout).toContain("integrity/drift");
    expect(stdout.trim().split("\n").length).toBeGreaterThan(25);
  });
});

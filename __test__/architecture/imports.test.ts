import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** The rules of ARCHITECTURE.md, "Who may import whom". */

const root = join(import.meta.dirname, "../..");

interface Package {
  name: string;
  manifest_path: string;
  dependencies: { name: string; kind: string | null }[];
  targets: { kind: string[] }[];
}

const { packages } = JSON.parse(
  execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1", "--locked"], {
    cwd: root,
    encoding: "utf8",
  }),
) as { packages: Package[] };

/** crate → what it may depend on (dev-dependencies apart). */
const ALLOWED: Record<string, string[]> = {
  "fedseal-diagnostics": ["serde_json"],
  "fedseal-digest": ["base64", "pulp", "rayon", "sha2"],
  "fedseal-manifest": ["base64", "fedseal-diagnostics", "serde", "serde_json"],
  "fedseal-contract": ["serde_json", "sha2", "swc_core"],
  "fedseal-policy": [
    "base64",
    "fedseal-diagnostics",
    "httpdate",
    "md-5",
    "md4",
    "memchr",
    "percent-encoding",
    "sha1",
    "sha2",
    "strsim",
    "url",
    "xxhash-rust",
  ],
  "fedseal-seal": ["fedseal-diagnostics", "fedseal-digest", "fedseal-manifest", "glob", "serde_json"],
  "fedseal-sign": ["base64", "ed25519-dalek", "fedseal-manifest", "p256", "serde_json", "sha2", "url"],
  "fedseal-inspect": [
    "fedseal-contract",
    "fedseal-diagnostics",
    "fedseal-digest",
    "fedseal-manifest",
    "fedseal-seal",
    "nodejs-built-in-modules",
    "oxc_resolver",
    "rayon",
    "rustix",
    "serde_json",
    "walkdir",
  ],
  "fedseal-node": [
    "fedseal-contract",
    "fedseal-diagnostics",
    "fedseal-digest",
    "fedseal-inspect",
    "fedseal-policy",
    "fedseal-seal",
    "fedseal-sign",
    "napi",
    "napi-derive",
  ],
};

describe("crates", () => {
  test("the workspace has these crates, in data-flow order", () => {
    expect(packages.map((one) => one.name).sort()).toEqual(Object.keys(ALLOWED).sort());
    const members = /members = \[(.*?)\]/s.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))?.[1];
    expect(members?.match(/crates\/\w+/g)).toEqual(
      ["diagnostics", "digest", "manifest", "contract", "policy", "seal", "sign", "inspect"].map(
        (name) => `crates/${name}`,
      ),
    );
  });

  test.each(packages)("$name depends on what it may", ({ name, dependencies }) => {
    const normal = dependencies.filter((one) => one.kind === null).map((one) => one.name);
    expect(normal.filter((one) => !ALLOWED[name]?.includes(one))).toEqual([]);
  });

  const core = ["diagnostics", "digest", "manifest", "contract", "policy", "seal", "sign", "inspect"];
  test.each(core.filter((name) => name !== "digest"))("%s forbids unsafe code", (name) => {
    expect(readFileSync(join(root, "crates", name, "src/lib.rs"), "utf8")).toContain("#![forbid(unsafe_code)]");
  });

  test("digest has one call of instructions that are not to be had otherwise, and denies all other unsafe code", () => {
    const texts = sources(join(root, "crates/digest/src"), ".rs").map((file) => readFileSync(file, "utf8"));
    expect(texts.filter((text) => text.includes("#![deny(unsafe_code)]"))).toHaveLength(1);
    expect(texts.join("").match(/\bunsafe\b/g)).toHaveLength(1);
    expect(texts.join("")).toMatch(/#\[expect\(\s*unsafe_code,/);
  });

  test.each(core.filter((name) => name !== "inspect"))("%s reads no files, no clock, no environment", (name) => {
    for (const file of sources(join(root, "crates", name, "src"), ".rs")) {
      const text = readFileSync(file, "utf8").split("#[cfg(test)]")[0];
      // 1970 is a number, not a clock.
      const used = text?.replaceAll("std::time::UNIX_EPOCH", "");
      expect(used, file).not.toMatch(/std::(fs|env|net|process|time)\b|SystemTime|Instant/);
    }
  });

  test("a panic unwinds in every profile", () => {
    expect(readFileSync(join(root, "Cargo.toml"), "utf8")).not.toMatch(/panic\s*=\s*"abort"/);
  });
});

describe("npm packages", () => {
  test("fedseal imports what its package.json names, and Node; of bundlers, types", () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "npm/fedseal/package.json"), "utf8"));
    for (const file of sources(join(root, "npm/fedseal/src"), ".ts")) {
      for (const from of importsOf(file)) {
        const name = from.split("/", from.startsWith("@") ? 2 : 1).join("/");
        const known = from.startsWith("node:") || from.startsWith(".") || Object.hasOwn(dependencies, name);
        const isType = readFileSync(file, "utf8").includes("import type ") && Object.hasOwn(peerDependencies, name);
        if (isType) {
          expect(readFileSync(file, "utf8"), file).not.toMatch(new RegExp(`^import (?!type ).*"${name}"`, "m"));
          continue;
        }
        expect(known, `${from} in ${file.slice(root.length + 1)}`).toBe(true);
      }
    }
  });

  test("gates judge facts: only their areas read files, and none imports the plugin or the command", () => {
    const gates = join(root, "npm/fedseal/src/gates");
    for (const room of ["shared", "federation"]) {
      for (const file of sources(join(gates, room), ".ts")) {
        const wrong = importsOf(file).filter((from) => /\/(?:plugin|cli)\//.test(from));
        expect(wrong, file.slice(root.length + 1)).toEqual([]);
        const reads = importsOf(file).some((from) => /^node:(?:fs|http|net|child_process)/.test(from));
        expect(reads && !file.endsWith("/area.ts"), `${file.slice(root.length + 1)} reads files`).toBe(false);
      }
    }
  });

  /** Room of `npm/fedseal/src` → rooms that it may import; every room may import the files at the top. */
  const ROOMS: Record<string, string[]> = {
    http: [],
    hosting: [],
    // The settings of each area, as types and as JSON Schema.
    config: ["contract", "gates"],
    // The statement about a manifest, keys, signers.
    sign: [],
    gates: ["check", "config", "contract", "hosting", "http", "plugin", "sign"],
    check: ["config", "gates", "http", "report"],
    report: ["check"],
    init: ["config"],
    plugin: ["config", "contract", "gates", "sign"],
    rsbuild: ["plugin"],
    vite: ["config", "contract", "gates", "plugin", "sign"],
    contract: ["plugin"],
  };

  test.each(Object.entries(ROOMS))("the room %s imports %j at most", (room, allowed) => {
    const src = join(root, "npm/fedseal/src");
    const files = sources(join(src, room), ".ts");
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      for (const from of importsOf(file).filter((one) => one.startsWith("."))) {
        const [other = "", inside] = relative(src, join(dirname(file), from)).split(sep);
        const known = inside === undefined || other === room || allowed.includes(other);
        expect(known, `${from} in ${relative(root, file)}`).toBe(true);
      }
    }
  });

  test("a report is made of facts: only its parts are read from files", () => {
    for (const file of sources(join(root, "npm/fedseal/src/report"), ".ts")) {
      const reads = importsOf(file).some((from) => /^node:(?:fs|http|net|child_process)/.test(from));
      expect(reads && !file.endsWith("/parts.ts"), `${file.slice(root.length + 1)} reads files`).toBe(false);
    }
  });

  test("an area imports no other area", () => {
    const gates = join(root, "npm/fedseal/src/gates");
    for (const file of sources(gates, ".ts")) {
      const [area = ""] = relative(gates, file).split(sep);
      for (const from of importsOf(file).filter((one) => one.startsWith("."))) {
        const path = relative(gates, join(dirname(file), from)).split(sep);
        // What several areas read lies beside them.
        const isShared = path.length === 1;
        expect(path[0] === area || path[0] === ".." || isShared, `${from} in ${relative(root, file)}`).toBe(true);
      }
    }
  });

  test("no file of fedseal imports itself by way of others", () => {
    const src = join(root, "npm/fedseal/src");
    const files = sources(src, ".ts");
    const imports = new Map(
      files.map((file) => [
        file,
        valueImports(file)
          .filter((from) => from.startsWith("."))
          .map((from) => join(dirname(file), from.replace(/\.js$/, ".ts"))),
      ]),
    );
    const done = new Set<string>();
    const visit = (file: string, path: string[]): void => {
      const at = path.indexOf(file);
      if (at >= 0) throw new Error([...path.slice(at), file].map((one) => relative(src, one)).join(" → "));
      if (done.has(file)) return;
      for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(done.size).toBe(files.length);
  });

  test("@fedseal/runtime imports nothing, and Node in its part for servers only", () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "npm/runtime/package.json"), "utf8"));
    expect([dependencies, peerDependencies]).toEqual([undefined, undefined]);
    for (const file of sources(join(root, "npm/runtime/src"), ".ts")) {
      for (const from of importsOf(file)) {
        const known = from.startsWith(".") || (from.startsWith("node:") && file.includes("/src/node/"));
        expect(known, `${from} in ${file.slice(root.length + 1)}`).toBe(true);
      }
    }
  });

  test("examples import published names only", () => {
    for (const example of readdirSync(join(root, "examples"))) {
      const folder = join(root, "examples", example);
      const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const files = [".js", ".jsx", ".ts", ".tsx"]
        .flatMap((ending) => sources(folder, ending))
        .filter((file) => !/\/(dist|contracts)\//.test(file));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        for (const from of importsOf(file).filter((from) => !/^(\.|node:)/.test(from))) {
          const name = from.split("/", from.startsWith("@") ? 2 : 1).join("/");
          // `shop/…` is the remote itself.
          expect(name === "shop" || Object.hasOwn(dependencies, name), `${from} in ${file}`).toBe(true);
        }
      }
    }
  });
});

function sources(dir: string, ending: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith(ending) && !item.parentPath.includes("node_modules"))
    .map((item) => join(item.parentPath, item.name));
}

function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles.map((one) => one.fileName);
}

/** Imports that remain when types are gone. */
function valueImports(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  return source.statements.flatMap((one) => {
    const isImport = ts.isImportDeclaration(one) || ts.isExportDeclaration(one);
    if (!isImport || !one.moduleSpecifier || !ts.isStringLiteral(one.moduleSpecifier)) return [];
    const isType = ts.isImportDeclaration(one) ? one.importClause?.isTypeOnly : one.isTypeOnly;
    const named = ts.isImportDeclaration(one) ? one.importClause?.namedBindings : one.exportClause;
    const isTypes =
      named !== undefined &&
      (ts.isNamedImports(named) || ts.isNamedExports(named)) &&
      named.elements.every((item) => item.isTypeOnly) &&
      !(ts.isImportDeclaration(one) && one.importClause?.name);
    return isType || isTypes ? [] : [one.moduleSpecifier.text];
  });
}

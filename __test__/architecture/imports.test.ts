import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
  "fedseal-policy": ["base64", "fedseal-diagnostics", "percent-encoding", "sha2", "strsim", "url"],
  "fedseal-seal": ["fedseal-diagnostics", "fedseal-digest", "fedseal-manifest", "glob", "serde_json"],
  "fedseal-inspect": [
    "fedseal-contract",
    "fedseal-diagnostics",
    "fedseal-digest",
    "fedseal-manifest",
    "fedseal-seal",
    "nodejs-built-in-modules",
    "oxc_resolver",
    "rayon",
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
    "napi",
    "napi-derive",
  ],
};

describe("crates", () => {
  test("the workspace has these crates, in data-flow order", () => {
    expect(packages.map((one) => one.name).sort()).toEqual(Object.keys(ALLOWED).sort());
    const members = /members = \[(.*?)\]/s.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))?.[1];
    expect(members?.match(/crates\/\w+/g)).toEqual(
      ["diagnostics", "digest", "manifest", "contract", "policy", "seal", "inspect"].map((name) => `crates/${name}`),
    );
  });

  test.each(packages)("$name depends on what it may", ({ name, dependencies }) => {
    const normal = dependencies.filter((one) => one.kind === null).map((one) => one.name);
    expect(normal.filter((one) => !ALLOWED[name]?.includes(one))).toEqual([]);
  });

  const core = ["diagnostics", "digest", "manifest", "contract", "policy", "seal", "inspect"];
  test.each(core)("%s forbids unsafe code", (name) => {
    expect(readFileSync(join(root, "crates", name, "src/lib.rs"), "utf8")).toContain("#![forbid(unsafe_code)]");
  });

  test.each(core.filter((name) => name !== "inspect"))("%s reads no files, no clock, no environment", (name) => {
    for (const file of sources(join(root, "crates", name, "src"), ".rs")) {
      const text = readFileSync(file, "utf8").split("#[cfg(test)]")[0];
      expect(text, file).not.toMatch(/std::(fs|env|net|process|time)\b|SystemTime|Instant/);
    }
  });

  test("a panic unwinds in every profile", () => {
    expect(readFileSync(join(root, "Cargo.toml"), "utf8")).not.toMatch(/panic\s*=\s*"abort"/);
  });
});

describe("npm packages", () => {
  test("fedseal imports what its package.json names, and Node", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "npm/fedseal/package.json"), "utf8"));
    for (const file of sources(join(root, "npm/fedseal/src"), ".ts")) {
      for (const from of importsOf(file)) {
        const name = from.split("/", from.startsWith("@") ? 2 : 1).join("/");
        const known = from.startsWith("node:") || from.startsWith(".") || Object.hasOwn(dependencies, name);
        expect(known, `${from} in ${file.slice(root.length + 1)}`).toBe(true);
      }
    }
  });

  test("what judges a policy reads no file and asks no server", () => {
    const edge = ["area.ts", "known-needs.ts", "manifests.ts", "page-policies.ts"];
    const room = join(root, "npm/fedseal/src/gates/csp");
    const pure = sources(room, ".ts").filter((file) => !edge.some((name) => file.endsWith(`/csp/${name}`)));
    expect(pure.length).toBeGreaterThan(12);
    for (const file of pure) {
      const io = importsOf(file).filter((from) => /^node:(?!path$)|http\/client|\/(cli|plugin|check)\//.test(from));
      // The type of an answer is not a question.
      expect(file.endsWith("read-policies.ts") ? [] : io, file).toEqual([]);
    }
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

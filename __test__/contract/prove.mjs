// Proves the pairs: every side compiles, and every consumer behaves as expected.json says.
// Usage: node prove.mjs [name-filter] [--verbose]
// TypeScript is the package found from here, or the file named by the variable TYPESCRIPT (its lib/typescript.js).
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "pairs");
const require = createRequire(import.meta.url);
const args = process.argv.slice(2);
const ts = require(process.env.TYPESCRIPT ?? "typescript");
const verbose = args.includes("--verbose");
const filter = args.find((a) => !a.startsWith("--"));

const options = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  jsx: ts.JsxEmit.ReactJSX,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

const parsed = new Map();
const base = ts.createCompilerHost(options);
const moduleCache = ts.createModuleResolutionCache(root, (x) => x, options);

function hostFor(surface) {
  return {
    ...base,
    getSourceFile(file, languageVersion) {
      const key = file;
      const cacheable = file.includes("node_modules");
      if (cacheable && parsed.has(key)) return parsed.get(key);
      const sf = base.getSourceFile(file, languageVersion);
      if (cacheable) parsed.set(key, sf);
      return sf;
    },
    resolveModuleNameLiterals(literals, containing) {
      return literals.map((lit) => {
        if (surface && lit.text === "./surface") {
          const ext = surface.endsWith(".d.ts") ? ".d.ts" : path.extname(surface);
          return { resolvedModule: { resolvedFileName: surface, extension: ext } };
        }
        return ts.resolveModuleName(lit.text, containing, options, base, moduleCache);
      });
    },
  };
}

function entry(dir, side) {
  for (const ext of [".ts", ".tsx", ".d.ts"]) {
    const f = path.join(dir, side, `index${ext}`);
    if (fs.existsSync(f)) return f;
  }
  throw new Error(`${dir}: no index on side ${side}`);
}

function compile(files, surface) {
  const program = ts.createProgram(files, options, hostFor(surface));
  return ts
    .getPreEmitDiagnostics(program)
    .filter((d) => d.category === ts.DiagnosticCategory.Error)
    .map((d) => ({
      file: d.file ? path.relative(root, d.file.fileName) : null,
      text: `TS${d.code} ${ts.flattenDiagnosticMessageText(d.messageText, " / ")}`,
    }));
}

function sideFiles(dir, side) {
  const out = [];
  for (const e of fs.readdirSync(path.join(dir, side), { recursive: true })) {
    if (/\.tsx?$/.test(e)) out.push(path.join(dir, side, e));
  }
  return out;
}

function consumerFile(dir, stem) {
  for (const ext of [".ts", ".tsx"]) {
    const f = path.join(dir, stem + ext);
    if (fs.existsSync(f)) return f;
  }
  return null;
}

const names = fs
  .readdirSync(root, { withFileTypes: true })
  .filter((d) => d.isDirectory() && !d.name.startsWith(".") && d.name !== "node_modules")
  .map((d) => d.name)
  .filter((n) => !filter || n.includes(filter))
  .sort();

const problems = [];
const unproven = [];
const count = { none: 0, patch: 0, minor: 0, major: 0 };
const countReverse = { none: 0, patch: 0, minor: 0, major: 0 };
let proofs = 0;

function directed(name, dir, label, stem, expected, from, to) {
  const file = consumerFile(dir, stem);
  if (!file) {
    if (expected.bump === "major" || stem === "consumer") unproven.push(`${name} ${label} (${expected.bump})`);
    return;
  }
  const before = compile([file], from);
  if (before.length) problems.push(`${name} ${label}: ${stem} does not compile before: ${before[0].text}`);
  const after = compile([file], to);
  if (expected.bump === "major") {
    const own = after.filter((d) => d.file === path.relative(root, file));
    if (!own.length)
      problems.push(
        `${name} ${label}: ${stem} still compiles after a major change${after.length ? ` (but: ${after[0].text})` : ""}`,
      );
    else {
      proofs++;
      if (verbose) console.log(`  ${name} ${label}: ${own.map((d) => d.text.slice(0, 150)).join(" || ")}`);
    }
  } else if (after.length) {
    problems.push(`${name} ${label}: ${stem} must compile on both sides: ${after[0].text}`);
  } else proofs++;
}

for (const name of names) {
  const dir = path.join(root, name);
  const expected = JSON.parse(fs.readFileSync(path.join(dir, "expected.json"), "utf8"));
  count[expected.bump]++;
  countReverse[expected.reverse.bump]++;
  for (const side of ["old", "new"]) {
    for (const d of compile(sideFiles(dir, side), null))
      problems.push(`${name}: ${side} does not compile: ${d.file}: ${d.text}`);
  }
  const text = (side) =>
    sideFiles(dir, side)
      .sort()
      .map((f) => `${path.relative(path.join(dir, side), f)}\0${fs.readFileSync(f, "utf8")}`)
      .join("\0");
  const same = text("old") === text("new");
  if (same !== (expected.bump === "none"))
    problems.push(`${name}: bump ${expected.bump} but texts are ${same ? "equal" : "different"}`);
  for (const e of [expected, expected.reverse]) {
    const named = e.bump === "minor" || e.bump === "major";
    if (!named && e.export !== null) problems.push(`${name}: only a minor or major change is at an export`);
  }
  const o = entry(dir, "old");
  const n = entry(dir, "new");
  directed(name, dir, "old→new", "consumer", expected, o, n);
  directed(name, dir, "new→old", "consumer.reverse", expected.reverse, n, o);
}

console.log(
  `${names.length} pairs; old→new ${JSON.stringify(count)}; new→old ${JSON.stringify(countReverse)}; ${proofs} consumer proofs`,
);
if (unproven.length) console.log(`without consumer proof (${unproven.length}):\n  ${unproven.join("\n  ")}`);
if (problems.length) {
  console.log(`PROBLEMS (${problems.length}):\n  ${problems.join("\n  ")}`);
  process.exitCode = 1;
} else console.log("all checks passed");

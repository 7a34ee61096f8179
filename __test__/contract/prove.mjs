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
  // No package replaces the declarations of the language here: not even looked for.
  libReplacement: false,
  types: [],
};

/** Pairs of one program at most. */
const BATCH = 100;

const parsed = new Map();
const base = ts.createCompilerHost(options);
const moduleCache = ts.createModuleResolutionCache(root, (x) => x, options);

/** `surfaces`: folder of a pair → what its consumers import as "./surface". */
function hostFor(surfaces) {
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
      const surface = surfaces.get(path.dirname(containing));
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

/** The errors in one program: those in the files of each pair by the pair's name, and those anywhere else. */
function compile(pairs, filesOf, surfaceOf = () => undefined) {
  const surfaces = new Map(pairs.map((pair) => [pair.dir, surfaceOf(pair)]));
  const program = ts.createProgram(pairs.flatMap(filesOf), options, hostFor(surfaces));
  if (pairs.length > 1) program.getSourceFiles().forEach(isApart);
  const errors = new Map(pairs.map(({ name }) => [name, []]));
  for (const d of ts.getPreEmitDiagnostics(program)) {
    if (d.category !== ts.DiagnosticCategory.Error) continue;
    const file = d.file ? path.relative(root, d.file.fileName) : null;
    const text = `TS${d.code} ${ts.flattenDiagnosticMessageText(d.messageText, " / ")}`;
    const own = errors.get(file?.split(path.sep)[0]);
    if (own) own.push({ file, text });
    else problems.push(`${pairs[0].name} and ${pairs.length - 1} others: ${file}: ${text}`);
  }
  return errors;
}

/** What modules declare for others than themselves would let one pair change another. */
function isApart(file) {
  if (file.fileName.includes("node_modules")) return;
  const apart =
    ts.isExternalModule(file) && !file.moduleAugmentations.length && !file.ambientModuleNames.length && !isUmd(file);
  if (!apart) throw new Error(`${file.fileName} declares something for other modules: its pair has to be alone`);
}

function isUmd(file) {
  return file.statements.some(ts.isNamespaceExportDeclaration);
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

const STEMS = ["consumer", "consumer.reverse"];

/** A pair as it lies on the disk. */
function read(name) {
  const dir = path.join(root, name);
  const sides = { old: sideFiles(dir, "old"), new: sideFiles(dir, "new") };
  const consumers = Object.fromEntries(STEMS.map((stem) => [stem, consumerFile(dir, stem)]));
  const expected = JSON.parse(fs.readFileSync(path.join(dir, "expected.json"), "utf8"));
  return { name, dir, expected, sides, consumers, old: entry(dir, "old"), new: entry(dir, "new") };
}

/**
 * Pairs that one program can hold: modules that declare nothing outside of themselves, and each in its place imports the same
 * packages as those of the other pairs. So each pair has the global names that it would have alone.
 */
function batchesOf(pairs) {
  const groups = new Map();
  for (const pair of pairs) {
    const places = [pair.sides.old, pair.sides.new, ...STEMS.map((stem) => [pair.consumers[stem]].filter(Boolean))];
    const key = places.some(isOpen) ? pair.name : JSON.stringify(places.map(packagesOf));
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / BATCH) }, (_, i) => group.slice(i * BATCH, (i + 1) * BATCH)),
  );
}

/** Whether a file may declare something for other modules. */
function isOpen(files) {
  const words = /\bdeclare\s+(global|module)\b|\bas\s+namespace\b|\/\/\/\s*</;
  return files.some((file) => words.test(fs.readFileSync(file, "utf8")));
}

function packagesOf(files) {
  const imported = files.flatMap((file) => ts.preProcessFile(fs.readFileSync(file, "utf8")).importedFiles);
  const packages = imported.map((one) => one.fileName).filter((one) => !one.startsWith("."));
  if (files.some((file) => file.endsWith(".tsx"))) packages.push("react/jsx-runtime");
  return [...new Set(packages)].sort();
}

/** `before` and `after`: the errors of the pair's consumer against either surface. */
function directed({ name, consumers }, label, stem, expected, before, after) {
  const file = consumers[stem];
  if (!file) {
    if (expected.bump === "major" || stem === "consumer") unproven.push(`${name} ${label} (${expected.bump})`);
    return;
  }
  if (before.length) problems.push(`${name} ${label}: ${stem} does not compile before: ${before[0].text}`);
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

for (const batch of batchesOf(names.map(read))) {
  const sides = ["old", "new"].map((side) => compile(batch, (pair) => pair.sides[side]));
  const on = (side, stem) => {
    return compile(
      batch,
      ({ consumers }) => (consumers[stem] ? [consumers[stem]] : []),
      (pair) => pair[side],
    );
  };
  const [forward, reverse] = STEMS.map((stem) => ({ old: on("old", stem), new: on("new", stem) }));
  for (const pair of batch) {
    const { name, dir, expected } = pair;
    count[expected.bump]++;
    countReverse[expected.reverse.bump]++;
    for (const d of sides.flatMap((errors) => errors.get(name)))
      problems.push(`${name} does not compile: ${d.file}: ${d.text}`);
    const text = (side) =>
      pair.sides[side]
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
    directed(pair, "old→new", "consumer", expected, forward.old.get(name), forward.new.get(name));
    directed(pair, "new→old", "consumer.reverse", expected.reverse, reverse.new.get(name), reverse.old.get(name));
  }
}

console.log(
  `${names.length} pairs; old→new ${JSON.stringify(count)}; new→old ${JSON.stringify(countReverse)}; ${proofs} consumer proofs`,
);
if (unproven.length) console.log(`without consumer proof (${unproven.length}):\n  ${unproven.join("\n  ")}`);
if (problems.length) {
  console.log(`PROBLEMS (${problems.length}):\n  ${problems.join("\n  ")}`);
  process.exitCode = 1;
} else console.log("all checks passed");

// Brings a fresh clone to the point where everything runs: dependencies, the native addon, the compiled plugin.
// Uses nothing but Node itself. Quick when there is nothing to do.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Sets up; ends the process with a plain sentence when something is missing or fails. `fresh` builds the addon in any case,
 * and with it the generated files that are committed. `quiet` says what goes on on standard error.
 */
export function setup({ fresh = false, quiet = false } = {}) {
  if (quiet) say = console.error;
  checkTools();
  installDependencies();
  buildAddon(fresh);
  step("compiling the runtime", ...tsc("npm/runtime"));
  step("compiling the plugin", ...tsc("npm/fedseal"));
  step("compiling the plugins for Fastify", ...tsc("npm/fastify"));
}

/** Runs a command with its output shown; ends the process when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: isWindows, ...options });
  if (error || status !== 0) fail(`\`${[command, ...args].join(" ")}\` failed${error ? `: ${error.message}` : ""}`);
}

/** TypeScript on a folder. Not by `npx`: the tests' other versions bring commands of the same name. */
export function tsc(folder, ...args) {
  return ["node", ["node_modules/typescript/bin/tsc", "-p", folder, ...args]];
}

/** Says what went wrong and ends. */
export function fail(message) {
  console.error(`\nfedseal: ${message}`);
  process.exit(1);
}

const isWindows = process.platform === "win32";

function checkTools() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) fail(`Node ${process.versions.node} is too old: fedseal needs ^20.19.0 or >=22.12.0.`);
  const missing = [];
  if (!has("cargo")) missing.push("Rust (cargo): install the stable toolchain with rustup.");
  if (!isWindows && !has("cc")) {
    missing.push("a C compiler (cc), which Rust links with: install `build-essential` or Xcode's command line tools.");
  }
  if (missing.length > 0) fail(`this machine lacks\n  - ${missing.join("\n  - ")}`);
}

function has(command) {
  return spawnSync(command, ["--version"], { stdio: "ignore", shell: isWindows }).status === 0;
}

/**
 * Installs what the lock file says, unless that is what was installed last. Not `npm ci`: it refuses a lock file that
 * was written where a registry mirror does not carry the binaries of other platforms (docs/decisions/lock-file.md).
 */
function installDependencies() {
  const stamp = join(root, "node_modules/.fedseal-setup");
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  step("installing dependencies", "npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, lock);
}

/**
 * Builds the addon, unless its sources are the ones that were built last. Cargo knows that too, but the napi command
 * changes an environment variable between its first and its second run, and cargo then builds again.
 */
function buildAddon(fresh) {
  const stamp = join(root, "target/.fedseal-addon");
  const sources = ["Cargo.toml", "Cargo.lock", "build.rs", "npm/binding/package.json"];
  for (const item of readdirSync(join(root, "crates"), { recursive: true, withFileTypes: true })) {
    if (item.isFile() && /\.(rs|toml)$/.test(item.name)) sources.push(relative(root, join(item.parentPath, item.name)));
  }
  const hash = createHash("sha256").update(process.versions.modules);
  for (const file of sources.sort()) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  const state = hash.digest("hex");
  const built = ["index.js", "index.d.ts"].every((file) => existsSync(join(root, "npm/binding", file)));
  const addon = readdirSync(join(root, "npm/binding")).some((file) => file.endsWith(".node"));
  if (!fresh && built && addon && existsSync(stamp) && readFileSync(stamp, "utf8") === state) return;
  step("building the native addon", "npx", [
    ..."napi build --platform --release --esm --package-json-path npm/binding/package.json".split(" "),
    ..."--output-dir npm/binding -- --locked".split(" "),
  ]);
  nameTypes();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

/**
 * Gives the types in the addon's declarations the names that they have in JavaScript. napi knows the `js_name` of a struct
 * only after it has read it, and writes Rust's name, which nothing declares, where another one mentions it before.
 */
function nameTypes() {
  const names = new Map();
  for (const file of readdirSync(join(root, "crates/node"), { recursive: true }).filter((name) =>
    name.endsWith(".rs"),
  )) {
    const text = readFileSync(join(root, "crates/node", file), "utf8");
    const structs = text.matchAll(/#\[napi\([^\]]*js_name = "(\w+)"[^\]]*\)\]\s*(?:#\[[^\]]*\]\s*)*pub struct (\w+)/g);
    for (const [, name, rust] of structs) names.set(rust, name);
  }
  const path = join(root, "npm/binding/index.d.ts");
  const text = readFileSync(path, "utf8").replaceAll(/\bJs[A-Z]\w*/g, (rust) => {
    const name = names.get(rust);
    if (name === undefined)
      fail(`npm/binding/index.d.ts mentions ${rust}, which has no name in JavaScript: give it a \`js_name\``);
    return name;
  });
  writeFileSync(path, text);
}

let say = console.log;

/** Runs a command quietly; shows what it printed only when it fails. */
function step(what, command, args) {
  const start = performance.now();
  if (!what.startsWith("compiling")) say(`fedseal: ${what}, which can take some minutes`);
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: isWindows,
  });
  if (error || status !== 0) {
    process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
    fail(`${what} failed (\`${[command, ...args].join(" ")}\`)${error ? `: ${error.message}` : ""}`);
  }
  const seconds = (performance.now() - start) / 1000;
  if (seconds > 2) say(`fedseal: ${what} took ${seconds.toFixed(0)} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setup();

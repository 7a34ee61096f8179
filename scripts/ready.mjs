// `npm run ready`: everything that has to be green before a change lands.
import { spawnSync } from "node:child_process";
import { fail, root, run, setup, tsc } from "./setup.mjs";

setup({ fresh: true });
run("cargo", ["fmt", "--all", "--check"]);
run("cargo", ["fmt", "--check", "--manifest-path", "fuzz/Cargo.toml"]);
run("cargo", ["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"]);
run("npx", ["biome", "ci", "."]);
run(...tsc("__test__", "--noEmit"));
run(...tsc("action"));
run("node", ["scripts/docs.mjs"]);
fresh("generated files", ["npm/binding/index.js", "npm/binding/index.d.ts", "docs/reference", "npm/fedseal"]);
for (const name of ["binding", "runtime", "fedseal", "fastify"]) {
  run("npx", ["publint", "--strict", `npm/${name}`]);
  run("npx", ["attw", "--pack", `npm/${name}`, "--profile", "esm-only"]);
}
run("npm", ["test"]);
run("node", ["scripts/fuzz.mjs"]);
run("node", ["scripts/fuzz-contract.mjs"]);
run("npm", ["start", "--", "--once"]);

/** Fails when generated files are not the ones that were committed. */
function fresh(what, paths) {
  const { stdout } = spawnSync("git", ["status", "--porcelain", "--", ...paths], { cwd: root, encoding: "utf8" });
  if (stdout.trim() !== "") fail(`${what} are not up to date; commit what the set-up made of them:\n${stdout}`);
}

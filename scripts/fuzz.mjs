// A short run of each fuzz target, or a long one: `node scripts/fuzz.mjs [seconds] [target]`. Needs a C++ compiler.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./setup.mjs";

const seconds = Number(process.argv[2] ?? 20);
const target = join(root, "target/fuzz");
// Coverage flags of libFuzzer that stable Rust has.
const flags = [
  "-Cpasses=sancov-module",
  "-Cllvm-args=-sanitizer-coverage-level=4",
  "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
  "-Cllvm-args=-sanitizer-coverage-pc-table",
  "-Ccodegen-units=1",
  "--cfg=fuzzing",
];
// A target triple keeps the flags away from build scripts.
const triple = /host: (.*)/.exec(execFileSync("rustc", ["-vV"], { encoding: "utf8" }))[1];
run("cargo", ["build", "--release", "--locked", "--quiet", "--target", triple], {
  cwd: join(root, "fuzz"),
  env: { ...process.env, RUSTFLAGS: flags.join(" "), CARGO_TARGET_DIR: target },
});
const only = process.argv[3];
for (const name of ["manifest", "cache", "csp", "sign"].filter((one) => only === undefined || one === only)) {
  const corpus = join(target, "corpus", name);
  mkdirSync(corpus, { recursive: true });
  cpSync(join(root, "fuzz/corpus", name), corpus, { recursive: true });
  run(join(target, triple, `release/${name}`), [
    corpus,
    `-max_total_time=${seconds}`,
    "-max_len=8192",
    "-timeout=10",
    "-rss_limit_mb=2048",
    "-verbosity=0",
    "-print_final_stats=1",
    `-artifact_prefix=${target}/`,
  ]);
}

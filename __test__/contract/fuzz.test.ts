import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

function node(...args: string[]) {
  return spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
}

// The fuzzer is as good as what judges it. Its consumers are generated; the labels of the pairs were written by hand.
test("the fuzzer's consumers agree with the labelled pairs", () => {
  const { stdout, stderr, status } = node("fuzz/contract/prove-oracle.mjs");
  expect(stderr).toBe("");
  expect(status, stdout).toBe(0);
});

test("the same seed gives the same case", () => {
  const [one, other] = [1, 2].map(() => node("scripts/fuzz-contract.mjs", "--case", "1.4"));
  expect(one?.stderr).toBe("");
  expect(one?.stdout).toMatch(/: 1 surfaces, [1-9]\d* mutants/);
  expect(other?.stdout).toBe(one?.stdout);
});

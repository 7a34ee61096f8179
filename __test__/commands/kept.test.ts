import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { folder } from "../scratch.ts";
import { fedsealProcess, output, timeless } from "./fedseal.ts";
import { KeptProcess } from "./kept/kept.ts";

/** The process that calls share answers as one of its own would. */

const kept = new KeptProcess();
afterAll(() => kept.end());

test("each call has its folder, its streams and its exit code", () => {
  const [good, empty] = [output().dir, folder()];
  // The first time is another answer than the second.
  expect(fedsealProcess(good, "seal", "dist").status).toBe(0);
  for (const [dir, ...args] of [
    [good, "seal", "dist"],
    [empty, "seal", "dist"],
    [good, "verify", "dist"],
    [good, "explain", "integrity/dirft"],
    [good, "--version"],
    [good, "seal", "--no-such-option"],
  ] as const) {
    expect(timeless(kept.run(dir, args)), args.join(" ")).toEqual(timeless(fedsealProcess(dir, ...args)));
  }
});

test("each call has the variables that hold when it is made", () => {
  const { dir } = output();
  const before = process.env.FORCE_COLOR;
  process.env.FORCE_COLOR = "1";
  expect(kept.run(dir, ["verify", "dist"]).stdout).toContain("\u001b[");
  if (before === undefined) delete process.env.FORCE_COLOR;
  else process.env.FORCE_COLOR = before;
  process.env.NO_COLOR = "1";
  expect(kept.run(dir, ["verify", "dist"]).stdout).not.toContain("\u001b[");
  delete process.env.NO_COLOR;
});

test("calls that are made at the same time come one after the other", async () => {
  const dirs = [output().dir, folder(), output().dir];
  const all = await Promise.all(dirs.map((dir) => kept.runBeside(dir, ["seal", "dist"])));
  expect(all.map(({ status }) => status)).toEqual([0, 2, 0]);
});

test("a process that ends is told, and not waited for", async () => {
  const dir = folder();
  mkdirSync(join(dir, "dist"));
  writeFileSync(join(dir, "fedseal.config.mjs"), "process.exit(3);\n");
  const ending = new KeptProcess();
  expect(() => ending.run(dir, ["seal", "dist"])).toThrow("the kept process ended (3)");
  rmSync(join(dir, "fedseal.config.mjs"));
  await expect(ending.runBeside(dir, ["seal", "dist"])).rejects.toThrow("the kept process");
  await ending.end();
});

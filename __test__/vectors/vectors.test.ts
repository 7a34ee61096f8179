import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { flaws } from "../folders.ts";
import { invalid } from "../schema.ts";

const here = import.meta.dirname;

test.each(["object", "string"])("the command seals the vectors with %s entries", (entries) => {
  const dir = mkdtempSync(join(tmpdir(), "fedseal-test-"));
  try {
    cpSync(join(here, "assets"), join(dir, "dist"), { recursive: true });
    const ran = fedseal(dir, "seal", "dist", "--entries", entries, "--release", "r1");
    expect(ran.status, ran.stdout).toBe(0);
    const sealed = readFileSync(join(dir, "dist/mf-manifest.json"), "utf8");
    expect(sealed).toBe(readFileSync(join(here, `sealed.${entries}.json`), "utf8"));
    expect(fedseal(dir, "verify", "dist").status).toBe(0);
    if (entries === "object") expect(flaws(join(dir, "dist"))).toEqual([]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test.each(["object", "string"])("the vectors with %s entries are valid under our schema", (entries) => {
  expect(invalid(JSON.parse(readFileSync(join(here, `sealed.${entries}.json`), "utf8")))).toEqual([]);
});

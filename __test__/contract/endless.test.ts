import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { compare } from "../../npm/fedseal/dist/contract/compare/compare.js";
import type { Side } from "../../npm/fedseal/dist/contract/compare/side.js";

/**
 * Types that lead to each other along more ways than anybody can go. Each pair is gone through once: if one were gone through
 * each time that it comes up, these would not end. The pair `linked-nodes-name-nullable` is a small one.
 */

function side(age: "old" | "new", text: string): Side {
  const root = `/.fedseal-test/${age}`;
  const path = `${root}/index.d.ts`;
  return {
    age,
    root,
    packages: import.meta.dirname,
    files: new Map([[path, text]]),
    externals: new Map(),
    exposes: new Map([[".", path]]),
  };
}

test.each([
  [
    "a member is read-only",
    "    uniqueItems?: true;",
    "    readonly uniqueItems?: true;",
    "uniqueItems is read-only now",
  ],
  ["a member is optional", "    nullable: true;", "    nullable?: true;", "nullable is optional now"],
])("the types of JSON schemas, where %s", (_, old, now, message) => {
  const ajv = dirname(createRequire(import.meta.url).resolve("ajv/package.json"));
  const text = readFileSync(join(ajv, "dist/types/json-schema.d.ts"), "utf8");
  expect(text).toContain(old);
  const { bump, findings, undecided } = compare(side("old", text), side("new", text.replace(old, now)), {
    profile: "standard",
  });
  expect({ bump, undecided }).toEqual({ bump: "major", undecided: [] });
  expect(findings.map((one) => one.message)).toContain(message);
});

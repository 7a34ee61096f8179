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

/** A declaration with a compatible change comes up in itself more often than anybody is told of it, and one place breaks. */
test("a break behind many compatible changes of one declaration", () => {
  const names = Array.from({ length: 120 }, (_, index) => `name${index}`);
  const surface = (more: string, last: string) => {
    const parts = names.map((name, index) => `${name}: { value: ${index + 1 === names.length ? last : `"${name}"`} }`);
    return `
      export declare const form: Part<{ fields: { ${parts.join("; ")} } }>;
      type Part<T> = { [K in keyof T]: T[K] extends string ? T[K] : { ${more} of: Part<T[K]> } };
      export {};
    `;
  };
  const { bump, findings, undecided } = compare(
    side("old", surface("", '"a"')),
    side("new", surface("more: string;", '"a" | "b"')),
    { profile: "standard" },
  );
  expect({ bump, undecided }).toEqual({ bump: "major", undecided: [] });
  expect(findings.map((one) => one.export)).toContain("form.fields.of.name119.of.value");
});

test("a type without end in which only compatible changes were found is not decided", () => {
  const ajv = dirname(createRequire(import.meta.url).resolve("ajv/package.json"));
  const old = readFileSync(join(ajv, "dist/types/json-schema.d.ts"), "utf8");
  const now = old.replace("    uniqueItems?: true;", "    uniqueItems?: true;\n    uniqueKeys?: true;");
  expect(now).not.toBe(old);
  const { findings, undecided } = compare(side("old", old), side("new", now), { profile: "standard" });
  expect(findings.map(({ level, message }) => ({ level, message }))).toEqual([
    { level: "minor", message: "the optional uniqueKeys was added" },
  ]);
  expect(undecided).not.toEqual([]);
  for (const { rule, message, at } of undecided) {
    expect({ rule, message }).toEqual({
      rule: "contract/not-compared",
      message: expect.stringContaining("without end"),
    });
    expect(at).not.toBeNull();
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../../npm/fedseal/dist/contract/compare/compare.js";
import type { Side } from "../../npm/fedseal/dist/contract/compare/side.js";

/** What holds for every pair of surfaces, on generated ones. */

interface Member {
  name: string;
  type: string;
  optional: boolean;
  readonly: boolean;
}

interface Surface {
  props: Member[];
  kind: "interface" | "type";
  result: string;
  more: string[];
}

const type = fc.constantFrom(
  "string",
  "number",
  "boolean",
  '"a" | "b"',
  '"a" | "b" | "c"',
  "string | null",
  "() => void",
  "(x: string) => number",
  "string[]",
  "{ deep: { x: number } }",
  "Promise<string>",
  "[string, number]",
  "unknown",
);
const member = fc.record({
  name: fc.constantFrom("a", "b", "c", "d", "e"),
  type,
  optional: fc.boolean(),
  readonly: fc.boolean(),
});
const surface: fc.Arbitrary<Surface> = fc.record({
  props: fc.uniqueArray(member, { selector: (one) => one.name, maxLength: 5 }),
  kind: fc.constantFrom("interface", "type"),
  result: type,
  more: fc.uniqueArray(fc.constantFrom("one", "two", "three"), { maxLength: 3 }),
});

function textOf({ props, kind, result, more }: Surface): string {
  const members = props.map(
    (one) => `${one.readonly ? "readonly " : ""}${one.name}${one.optional ? "?" : ""}: ${one.type};`,
  );
  const body = `{ ${members.join(" ")} }`;
  return [
    kind === "interface" ? `export interface Props ${body}` : `export type Props = ${body};`,
    `export declare function Widget(props: Props): ${result};`,
    ...more.map((name) => `export declare const ${name}: ${result};`),
    "",
  ].join("\n");
}

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

function diff(old: Surface, now: Surface) {
  return compare(side("old", textOf(old)), side("new", textOf(now)), { profile: "standard" });
}

const RUNS = { numRuns: 150 };

test("nothing differs from itself", () => {
  fc.assert(
    fc.property(surface, (one) => {
      expect(diff(one, one)).toMatchObject({ bump: "none", findings: [], undecided: [] });
    }),
    RUNS,
  );
});

test("what differs is told in at least one direction, and never as nothing", () => {
  fc.assert(
    fc.property(surface, surface, (one, other) => {
      const [there, back] = [diff(one, other), diff(other, one)];
      expect([...there.undecided, ...back.undecided]).toEqual([]);
      const same = textOf(one) === textOf(other);
      expect(there.bump === "none").toBe(same);
      expect(back.bump === "none").toBe(same);
    }),
    RUNS,
  );
});

test("where a required member differs, one direction is breaking", () => {
  fc.assert(
    fc.property(surface, surface, (one, other) => {
      const required = (all: Surface) => all.props.filter((prop) => !prop.optional).map((prop) => prop.name);
      const [before, after] = [required(one), required(other)];
      const differs = before.some((name) => !after.includes(name)) || after.some((name) => !before.includes(name));
      fc.pre(differs);
      const bumps = [diff(one, other).bump, diff(other, one).bump];
      expect(bumps).toContain("major");
    }),
    RUNS,
  );
});

test("what one step adds and nobody has to give is never breaking", () => {
  fc.assert(
    fc.property(surface, type, (one, added) => {
      const other = { ...one, props: [...one.props, { name: "added", type: added, optional: true, readonly: false }] };
      expect(diff(one, other).bump).toBe("minor");
      expect(diff(other, one).bump).toBe("major");
    }),
    RUNS,
  );
});

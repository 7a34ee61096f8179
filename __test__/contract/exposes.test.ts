import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build, copyOfApp, folder, PRODUCERS, remote } from "../bundlers/producers.ts";
import { diff } from "./comparing.ts";
import { write } from "./projects.ts";

/** What a remote exposes is what its bundler resolves. */

const modules = join(import.meta.dirname, "../../node_modules");

describe.each(PRODUCERS)("%s", (producer) => {
  test("aliases, packages, style sheets and JSON have the contract of what the bundler takes them for", async () => {
    const [context, out] = [copyOfApp(), folder()];
    write(context, {
      "package.json": '{ "name": "remote_a", "version": "1.0.0", "dependencies": { "mitt": "^3.0.0" } }',
      "lib/price.js": "/** @param {number} amount */\nexport const price = (amount) => amount;",
      "theme.css": ":root { color: red }",
      "labels.json": '{ "ok": "OK" }',
    });
    mkdirSync(join(context, "node_modules"), { recursive: true });
    symlinkSync(join(modules, "mitt"), join(context, "node_modules/mitt"), "dir");
    const exposes = {
      "./price": "@lib/price",
      "./emitter": "mitt",
      "./again": "emitter",
      "./theme": "./theme.css",
      "./labels": "./labels.json",
    };
    const config = remote(producer, { context, out, fedseal: { contract: true }, federation: { exposes } });
    const alias = { "@lib": join(context, "lib"), emitter$: "mitt" };
    const { errors } = await build(producer, { ...config, resolve: { ...config.resolve, alias } });
    expect(errors).toEqual([]);
    const contract = JSON.parse(readFileSync(join(out, "mf-contract.json"), "utf8"));
    const all = Object.entries<{ source: string; hasDefault: boolean }>(contract.exposes);
    expect(all.map(([key, { source, hasDefault }]) => `${key} ${source} ${hasDefault}`)).toEqual([
      "./again mitt true",
      "./emitter mitt true",
      "./labels labels.json true",
      "./price lib/price.js false",
      "./theme theme.css false",
    ]);
    expect(contract.externals).toEqual({ mitt: "^3.0.0" });
    expect(contract.files["emitter.d.ts"]).toBe('export * from "mitt";\nexport { default } from "mitt";\n');
    expect(contract.files["theme.d.ts"]).toBe("export {};\n");
  });
});

describe("a type of one expose that another one uses", () => {
  test.each([
    ["takes", "export declare function resize(size: Size): void;", "minor"],
    ["gives", "export declare function size(): Size;", "major"],
  ])("%s", async (_, use, bump) => {
    const sides = ['"s" | "m"', '"s" | "m" | "l"'].map((size) => {
      const side = folder();
      write(side, {
        "types.d.ts": `export type Size = ${size};`,
        "api.d.ts": `import type { Size } from "./types.js";\n${use}`,
      });
      return side;
    });
    const { bump: found, undecided } = await diff(sides[0] as string, sides[1] as string);
    expect({ bump: found, undecided }).toEqual({ bump, undecided: [] });
  });
});

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build, compiler, copyOfApp, folder, PRODUCERS, remote } from "../bundlers/producers.ts";
import { WRAPPERS } from "../bundlers/wrappers.ts";
import { fedseal } from "../commands/fedseal.ts";
import { flaws, manifestOf } from "../folders.ts";

/** The contract of a build: extracted beside it, emitted, sealed, and extracted again when it changes. */

const BUTTON = `import { version } from "./version.js";

/**
 * @param {{ label: string, kind?: import("./kinds").Kind }} props
 * @returns {string}
 */
export default function Button({ label }) {
  return label + version;
}
`;

function app(): string {
  const context = copyOfApp();
  writeFileSync(join(context, "package.json"), '{ "name": "remote_a", "version": "2.5.0" }');
  writeFileSync(join(context, "Button.js"), BUTTON);
  writeFileSync(join(context, "kinds.ts"), 'export type Kind = "primary" | "plain";\n');
  // Declarations of the browser and of packages that nothing here uses are most of the work of TypeScript.
  writeFileSync(
    join(context, "tsconfig.json"),
    '{ "compilerOptions": { "strict": true, "resolveJsonModule": true, "lib": ["es2022"], "types": [] } }',
  );
  return context;
}

const contractIn = (out: string) => JSON.parse(readFileSync(join(out, "mf-contract.json"), "utf8"));

describe.each(PRODUCERS)("%s", (producer) => {
  test("emits the contract, sealed with everything else", async () => {
    const [context, out] = [app(), folder()];
    // With the settings that a project has that says nothing.
    rmSync(join(context, "tsconfig.json"));
    const built = await build(
      producer,
      remote(producer, { context, out, fedseal: { contract: { profile: "strict" } } }),
    );
    expect(built.errors).toEqual([]);
    expect(contractIn(out)).toMatchObject({
      contractVersion: 1,
      remote: "remote_a",
      version: "2.5.0",
      profile: "strict",
      exposes: { "./Button": { source: "Button.js", stub: "Button.d.ts", hasDefault: true } },
    });
    expect(contractIn(out).files["Button.d.ts"]).toContain("label: string");
    expect(Object.keys(manifestOf(out).integrity)).toContain("mf-contract.json");
    expect(flaws(out)).toEqual([]);
    expect(fedseal(out, "verify", ".").status).toBe(0);
  });

  test("the same build gives the same contract", async () => {
    const bytes = await Promise.all(
      [app(), app()].map(async (context) => {
        const out = folder();
        await build(producer, remote(producer, { context, out, fedseal: { contract: true } }));
        return readFileSync(join(out, "mf-contract.json"), "utf8");
      }),
    );
    expect(bytes[0]).toBe(bytes[1]);
  });

  test("a contract that cannot be extracted fails the build, which writes nothing", async () => {
    const [context, out] = [app(), folder()];
    writeFileSync(join(context, "package.json"), '{ "name": "remote_a" }');
    const { errors } = await build(producer, remote(producer, { context, out, fedseal: { contract: true } }));
    expect(errors.join("\n")).toContain("contract/version-missing");
    expect(() => contractIn(out)).toThrow();
    expect(() => readFileSync(join(out, "mf-manifest.json"))).toThrow();
  });

  test("an any in it is a warning", async () => {
    const [context, out] = [app(), folder()];
    writeFileSync(join(context, "Button.js"), "export default function Button(props) {\n  return String(props);\n}\n");
    const { errors, warnings } = await build(producer, remote(producer, { context, out, fedseal: { contract: true } }));
    expect(errors).toEqual([]);
    expect(warnings.join("\n")).toContain("contract/any-in-stub");
  });

  test("watching: a change of types that no bundle has is extracted again", async () => {
    const [context, out] = [app(), folder()];
    const instance = compiler(
      producer,
      remote(producer, { context, out, minimize: false, fedseal: { contract: true } }),
    );
    const contract = () => readFileSync(join(out, "mf-contract.json"), "utf8");
    let builds = 0;
    let problem: unknown;
    const watching = instance.watch({ aggregateTimeout: 50 }, (error, stats) => {
      problem ??= error ?? stats.toJson({ all: false, errors: true }).errors[0];
      builds++;
    });
    const reached = (count: number) => expect.poll(() => builds, { timeout: 60_000 }).toBeGreaterThanOrEqual(count);
    await reached(1);
    expect(contract()).toContain('\\"plain\\"');
    // A watcher sees a change by its time stamp: not in the same tick as the build.
    await new Promise((resolve) => setTimeout(resolve, 300));
    writeFileSync(join(context, "kinds.ts"), 'export type Kind = "primary" | "loud";\n');
    await expect.poll(contract, { timeout: 60_000 }).toContain('\\"loud\\"');
    const before = builds;
    writeFileSync(join(context, "version.js"), 'export const version = "changed";\n');
    await reached(before + 1);
    expect(contract()).toContain('\\"loud\\"');
    await new Promise<void>((resolve) => watching.close(() => instance.close(() => resolve())));
    expect(problem).toBeUndefined();
    expect(fedseal(out, "verify", ".", "--exclude", "static/**").status).toBe(0);
  });

  test.each(Object.entries(WRAPPERS))("exposes are found where a preset applies it: %s", async (_, wrap) => {
    const [context, out] = [app(), folder()];
    // JSON needs no TypeScript.
    writeFileSync(join(context, "data.json"), '{ "a": 1 }');
    const federation = { exposes: { "./data": "./data.json" } };
    const setup = { context, out, minimize: false, fedseal: { contract: true }, federation, wrap };
    const { errors } = await build(producer, remote(producer, setup));
    expect(errors).toEqual([]);
    expect(contractIn(out)).toMatchObject({ remote: "remote_a", exposes: { "./data": { source: "data.json" } } });
    expect(Object.keys(manifestOf(out).integrity)).toContain("mf-contract.json");
  });

  test("what the build exposes counts, not what the configuration said first", async () => {
    const [context, out] = [app(), folder()];
    writeFileSync(join(context, "data.json"), '{ "a": 1 }');
    writeFileSync(join(context, "more.json"), '{ "b": 1 }');
    const preset = {
      // biome-ignore lint/suspicious/noExplicitAny: a compiler of either bundler
      apply({ options }: any) {
        for (const { _options } of options.plugins) {
          if (_options?.exposes) _options.exposes = { "./more": { import: "./more.json" } };
        }
      },
    };
    const federation = { exposes: { "./data": "./data.json" } };
    const configuration = remote(producer, { context, out, minimize: false, fedseal: { contract: true }, federation });
    configuration.plugins.unshift(preset);
    expect((await build(producer, configuration)).errors).toEqual([]);
    expect(Object.keys(contractIn(out).exposes)).toEqual(["./more"]);
  });

  test("each build of one compiler is extracted", async () => {
    const [context, out] = [app(), folder()];
    writeFileSync(join(context, "data.json"), '{ "a": 1 }');
    const federation = { exposes: { "./data": "./data.json" } };
    const setup = { context, out, minimize: false, fedseal: { contract: true }, federation };
    const instance = compiler(producer, remote(producer, setup));
    const once = () =>
      new Promise<void>((resolve, reject) => instance.run((error) => (error ? reject(error) : resolve())));
    await once();
    expect(JSON.stringify(contractIn(out).files)).toContain("a: number");
    writeFileSync(join(context, "data.json"), '{ "a": "x" }');
    await once();
    expect(JSON.stringify(contractIn(out).files)).toContain("a: string");
    await new Promise((resolve) => instance.close(resolve));
  });
});

test("a configuration that exposes nothing has no contract, and says so", async () => {
  const [context, out] = [app(), folder()];
  const setup = {
    context,
    out,
    fedseal: { contract: true },
    federation: { exposes: {}, remotes: { a: "a@http://localhost/mf-manifest.json" } },
  };
  const { errors } = await build("rspack", remote("rspack", setup));
  expect(errors.join("\n")).toContain("no ModuleFederationPlugin of this build exposes anything");
});

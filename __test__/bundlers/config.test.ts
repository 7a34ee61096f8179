import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FedsealPluginOptions } from "fedseal";
import { describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { manifestOf } from "../folders.ts";
import { build, compiler, copyOfApp, messages, type Producer, remote } from "./producers.ts";

/** The plugin reads the project's configuration, and the command in the same project agrees with it. */

const PRODUCERS = ["rspack", "webpack + enhanced"] as const;

/** Writes a file beside the bundle, which no page loads. */
class Extra {
  // biome-ignore lint/suspicious/noExplicitAny: the compilers of two bundlers
  apply(compiler: any) {
    compiler.hooks.thisCompilation.tap("Extra", (compilation: Record<string, never>) => {
      const { RawSource } = compiler.webpack.sources;
      const { hooks, emitAsset } = compilation as unknown as {
        hooks: { processAssets: { tap(options: object, run: () => void): void } };
        emitAsset: (name: string, source: unknown) => void;
      };
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      hooks.processAssets.tap({ name: "Extra", stage }, () => {
        emitAsset.call(compilation, "reports/size.json", new RawSource("{}"));
      });
    });
  }
}

function project(producer: Producer, config: string | object | undefined, options?: FedsealPluginOptions) {
  const context = copyOfApp();
  const out = join(context, "dist");
  const set = (value: string | object) =>
    writeFileSync(join(context, "fedseal.config.json"), typeof value === "string" ? value : JSON.stringify(value));
  if (config !== undefined) set(config);
  const configuration = remote(producer, {
    context,
    out,
    minimize: false,
    plugins: [new Extra()],
    ...(options && { fedseal: options }),
  });
  return { context, out, set, configuration };
}

const closure = (out: string) => Object.keys(manifestOf(out).integrity);

describe.each(PRODUCERS)("%s", (producer) => {
  test.each<[string, (out: string) => object]>([
    ["for everything", () => ({ exclude: ["reports/**"] })],
    ["for the output folder", (folder) => ({ exclude: ["nothing"], targets: [{ folder, exclude: ["reports/**"] }] })],
  ])("settings %s: the plugin and the command agree", async (_, config) => {
    const { context, out, set, configuration } = project(producer, undefined);
    set(config("dist"));
    expect((await build(producer, configuration)).errors).toEqual([]);
    expect(closure(out)).not.toContain("reports/size.json");
    expect(closure(out).length).toBeGreaterThan(2);
    for (const args of [
      ["verify", "dist"],
      ["seal", "dist"],
      ["check", "dist"],
    ]) {
      const { status, stdout } = fedseal(context, ...args);
      expect([args, status, stdout]).toEqual([args, 0, stdout]);
    }
    // Without the configuration, they would not.
    set({});
    expect(fedseal(context, "verify", "dist").stdout).toContain("reports/size.json is not in the closure");
  });

  test("an option that contradicts it fails the build; one that says the same does not", async () => {
    const contradicting = project(producer, { exclude: ["reports/**"] }, { exclude: ["other/**"] });
    const { errors } = await build(producer, contradicting.configuration);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(
      'error[config/contradiction]: options.exclude is ["other/**"], but the configuration has ["reports/**"]',
    );
    expect(errors[0]).toContain("fedseal.config.json:1:2 /exclude");
    const same = project(producer, { exclude: ["reports/**"] }, { exclude: ["reports/**"] });
    expect((await build(producer, same.configuration)).errors).toEqual([]);
  });

  test("a configuration that cannot be read fails the build, and nothing is written", async () => {
    for (const [config, rule] of [
      ["{", "config/unreadable"],
      ['{ "exclud": [] }', "config/invalid"],
    ] as const) {
      const { out, configuration } = project(producer, config);
      mkdirSync(out, { recursive: true });
      const { errors } = await build(producer, configuration);
      expect(errors.join()).toContain(`error[${rule}]`);
      expect(readdirSync(out)).toEqual([]);
    }
  });

  test("a build that watches is sealed again when the configuration changes", async () => {
    const { out, set, configuration } = project(producer, { exclude: ["nothing/**"] });
    const builds: (() => void)[] = [];
    const problems: string[] = [];
    let finished = 0;
    const watching = compiler(producer, configuration).watch({ aggregateTimeout: 20 }, (error, stats) => {
      if (error) problems.push(String(error));
      else problems.push(...messages(stats).errors);
      finished += 1;
      for (const done of builds.splice(0)) done();
    });
    const after = (count: number) =>
      new Promise<void>((resolve) => {
        const wait = () => (finished >= count ? resolve() : void builds.push(wait));
        wait();
      });
    try {
      await after(1);
      expect(problems).toEqual([]);
      expect(closure(out)).toContain("reports/size.json");
      const before = finished;
      set({ exclude: ["reports/**"] });
      await after(before + 1);
      expect(problems).toEqual([]);
      expect(closure(out)).not.toContain("reports/size.json");
    } finally {
      await new Promise<void>((resolve) => watching.close(resolve));
    }
  });
});

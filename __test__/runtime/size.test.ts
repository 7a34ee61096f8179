import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rspack } from "@rspack/core";
import { describe, expect, test } from "vitest";
import { folder, SCRATCH } from "../scratch.ts";

/** What a host loads of fedseal, minimized and compressed. */

async function bundled(code: string): Promise<number> {
  const dir = folder(SCRATCH);
  writeFileSync(join(dir, "index.js"), code);
  writeFileSync(join(dir, "package.json"), '{ "type": "module", "sideEffects": true }');
  const stats = await new Promise<import("@rspack/core").Stats>((resolve, reject) => {
    rspack(
      {
        mode: "production",
        context: dir,
        entry: "./index.js",
        output: { path: join(dir, "out"), filename: "out.js", module: true, chunkFormat: "module" },
        target: ["web", "es2022"],
      },
      (error, stats) => (error || !stats ? reject(error) : resolve(stats)),
    );
  });
  expect(stats.hasErrors(), stats.toString()).toBe(false);
  return gzipSync(readFileSync(join(dir, "out/out.js")), { level: 9 }).length;
}

describe("minimized and gzipped", () => {
  test.each([
    ["a host of scripts", "@fedseal/runtime/plugin/scripts", 7.5],
    ["a host of ES modules, too", "@fedseal/runtime/plugin", 9.5],
  ])("the plugin of %s (%s) is within %d KiB", async (_, name, limit) => {
    const size = await bundled(`import plugin from "${name}"; globalThis.plugin = plugin({ unsealed: "warn" });`);
    console.log(`${name}: ${size} bytes`);
    expect(size).toBeLessThanOrEqual(limit * 1024);
  });

  test("signatures add at most 2.5 kB, to hosts that check them", async () => {
    const name = "@fedseal/runtime/plugin";
    const without = await bundled(`import plugin from "${name}"; globalThis.plugin = plugin({ unsealed: "warn" });`);
    const size = await bundled(
      `import plugin from "${name}"; import { checksOf } from "@fedseal/runtime/signature/built";
      globalThis.plugin = plugin({ unsealed: "warn", signature: checksOf({ shop: { policy: "off" } }) });`,
    );
    console.log(`@fedseal/runtime/signature: ${size - without} bytes`);
    expect(size - without).toBeLessThanOrEqual(2500);
  });

  test("what observes loads is within 1.5 kB", async () => {
    const size = await bundled(
      'import { observe } from "@fedseal/runtime/observe"; globalThis.plugin = observe({ endpoint: "/rum" });',
    );
    console.log(`@fedseal/runtime/observe: ${size} bytes`);
    expect(size).toBeLessThanOrEqual(1500);
  });

  test("what is not called is not loaded", async () => {
    const one = await bundled(
      'import { fetchFederationManifest } from "@fedseal/runtime"; globalThis.one = fetchFederationManifest;',
    );
    const all = await bundled('import * as all from "@fedseal/runtime"; globalThis.all = { ...all };');
    console.log(`fetchFederationManifest: ${one} bytes, everything: ${all} bytes`);
    expect(one).toBeLessThan(all * 0.7);
  });
});

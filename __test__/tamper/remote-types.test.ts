import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { folder } from "../scratch.ts";
import { buildHost, buildRemote, type Options, PRODUCERS, type Producer } from "./apps.ts";
import { CELLS, type Files, filesOf } from "./cells.ts";
import { block, browser, host, remotes, sealed, WORKS } from "./host-cases.ts";
import { visit } from "./page.ts";

/** Remotes that Module Federation hands to the bundler's externals: no hook of its runtime sees them. */

const module = folder();
let moduleFiles: Files;
beforeAll(async () => {
  await buildRemote("rspack + enhanced", "module", { out: module });
  moduleFiles = filesOf(module);
  remotes.folders.set("module", module);
});

const ENTRY = "https://shop.example.com/v1/remoteEntry.js";
/** A host that is an ES module itself. With chunks that are imported, Rspack's hosts with remotes do not start. */
const esModule = (producer: Producer): Partial<Options> =>
  producer.startsWith("webpack")
    ? {
        output: { module: true, chunkFormat: "module", chunkLoading: "import" },
        configuration: { experiments: { outputModule: true } },
      }
    : { output: { module: true, chunkFormat: "array-push", chunkLoading: "jsonp" } };
const BESIDE = 'shop: "shop@https://shop.example.com/v1/mf-manifest.json"';

/** How a host names a remote → how the bundler loads it, and the remedy. */
const OUTSIDE: [name: string, federation: Record<string, unknown>, says: string, remedy: string][] = [
  ['remoteType: "module"', { remoteType: "module", remotes: { shop: ENTRY } }, `\`module ${ENTRY}\``, BESIDE],
  ['remoteType: "import"', { remoteType: "import", remotes: { shop: ENTRY } }, `\`import ${ENTRY}\``, BESIDE],
  ['remoteType: "var"', { remoteType: "var", remotes: { shop: "shop" } }, "`var shop`", 'remoteType: "script"'],
  ['library: { type: "module" }', { library: { type: "module" }, remotes: { shop: ENTRY } }, "`module ", BESIDE],
  ["a module by its prefix", { remotes: { shop: `module ${ENTRY}` } }, `\`module ${ENTRY}\``, BESIDE],
  ["an import by its prefix", { remotes: { shop: `import ${ENTRY}` } }, `\`import ${ENTRY}\``, BESIDE],
  [
    "a promise",
    { remotes: { shop: `promise new Promise((resolve) => resolve(import("${ENTRY}")))` } },
    "`promise new Promise(",
    'registerManifestRemote("shop"',
  ],
  ["an object", { remotes: { shop: { external: `module ${ENTRY}` } } }, `\`module ${ENTRY}\``, BESIDE],
  [
    "two addresses",
    { remotes: { shop: [`shop@${ENTRY}`, "shop@https://backup.example.com/remoteEntry.js"] } },
    "more than one address",
    'shop: "shop@https://',
  ],
];

describe.each(PRODUCERS)("%s", (producer) => {
  const outside = (federation: Record<string, unknown>, enforce: object | undefined, out = folder()) =>
    buildHost(producer, "", { ...esModule(producer), out, federation, fedseal: enforce ? { enforce } : {} });

  test.each(OUTSIDE)("%s: an error on `block`, else a warning", async (_, federation, says, remedy) => {
    for (const unsealed of ["block", { shop: "block", "*": "allow" }, { other: "warn", "*": "block" }] as const) {
      const out = folder();
      const { errors } = await outside(federation, { unsealed, runtimeRemotes: ["other"] }, out);
      expect(errors, JSON.stringify(unsealed)).toHaveLength(1);
      expect(errors[0]).toContain("error[enforce/remote-not-covered]");
      for (const text of ['remote "shop"', says, remedy]) expect(errors[0]).toContain(text);
      expect(readdirSync(out)).toEqual([]);
    }
    for (const enforce of [
      undefined,
      { unsealed: "warn" },
      { unsealed: { other: "block", "*": "warn" }, runtimeRemotes: ["other"] },
    ]) {
      const { errors, warnings } = await outside(federation, enforce);
      expect(errors, JSON.stringify(enforce)).toEqual([]);
      expect(warnings.join("\n")).toContain("warning[enforce/remote-not-covered]");
    }
  });

  test("two remotes, one of them outside: the other is not accused", async () => {
    const federation = { remotes: { shop: `module ${ENTRY}`, cart: "cart@https://cart.example.com/mf-manifest.json" } };
    const { errors } = await outside(federation, { unsealed: "block" });
    expect(errors).toHaveLength(1);
    expect(errors[0]).not.toContain("cart");
  });

  describe("the remedies hold", () => {
    /** Untampered it works, and what is tampered with is refused. */
    async function holds(url: string, out: string, files: Files) {
      remotes.reset();
      const untampered = await visit(browser, url);
      expect(untampered, JSON.stringify(untampered)).toMatchObject({ result: WORKS, told: [], evil: 0 });
      for (const name of ["remoteEntry changed", "async chunk changed", "an unlisted chunk"]) {
        const cell = CELLS.find((one) => one.name === name);
        remotes.reset();
        remotes.tamper = cell?.tamper(files, out, "");
        const outcome = await visit(browser, url, { waitForError: true });
        expect(outcome, name).toMatchObject({ evil: 0, alive: true, result: undefined });
        expect(cell?.expected(files).codes, JSON.stringify(outcome)).toContain(outcome.told[0]?.code);
      }
    }

    test('`remoteType: "script"` and the manifest, for an ES module in a host that is one', async () => {
      const federation = { library: { type: "module" }, remoteType: "script" };
      const options = { ...esModule(producer), fedseal: block, federation };
      const built = await host(producer, "module/mf-manifest.json", options);
      await holds(built, module, moduleFiles);
    });

    test('`remoteType: "script"` and the manifest, for a script in a host that is an ES module', async () => {
      const federation = { library: { type: "module" }, remoteType: "script" };
      const options = { ...esModule(producer), fedseal: block, federation };
      const built = await host(producer, "sealed/mf-manifest.json", options);
      await holds(built, sealed, filesOf(sealed));
    });

    test("`registerManifestRemote`, for a promise", async () => {
      // On Rspack, a host without remotes has a runtime when it shares something.
      const federation = { remotes: {}, shared: { react: { singleton: true } } };
      const options = { fedseal: block, federation, configuration: { entry: "./registered.js" } };
      const built = await host(producer, "", options);
      for (const [name, out] of Object.entries({ sealed, module })) {
        const remote = encodeURIComponent(`${remotes.origin}/${name}/mf-manifest.json`);
        await holds(`${built}?remote=${remote}`, out, filesOf(out));
      }
    });
  });
});

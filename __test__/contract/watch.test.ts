import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { copyOfApp, remote } from "../bundlers/producers.ts";
import { sri } from "../folders.ts";
import { DevServer } from "../tamper/dev-server.ts";
import { HeldTypeScript } from "./held-tsc.ts";

/** The contract of a remote under its dev server: no rebuild waits for TypeScript, and no build goes without a seal. */

const PRODUCERS = ["rspack", "rspack + enhanced", "webpack + enhanced"] as const;

/** A component whose types TypeScript has to take from JSDoc. */
const button = (types: string) => `import { version } from "./version.js";

/**
 * @param {{ label: ${types} }} props
 */
export default function Button({ label }) {
  return label + version;
}
`;

/** A name that no declaration can mention. */
const UNDECLARABLE = `export default function Button() {
  const key = Symbol();
  return class {
    [key] = 1;
  };
}
`;

describe.each(PRODUCERS)("%s", (producer) => {
  let context: string;
  let tsc: HeldTypeScript;
  let dev: DevServer;
  let stopped = true;

  const start = async ({ button: text = button("string") } = {}) => {
    context = copyOfApp();
    writeFileSync(join(context, "package.json"), '{ "name": "remote_a", "version": "2.5.0" }');
    // Declarations of the browser and of packages that nothing here uses are most of the work of TypeScript.
    writeFileSync(
      join(context, "tsconfig.json"),
      '{ "compilerOptions": { "strict": true, "lib": ["es2022"], "types": [] } }',
    );
    writeFileSync(join(context, "Button.js"), text);
    // A watcher takes what was written just before it started for a change.
    const long = new Date(Date.now() - 60_000);
    for (const name of readdirSync(context, { recursive: true })) utimesSync(join(context, String(name)), long, long);
    tsc = new HeldTypeScript(context);
    const configuration = remote(producer, {
      context,
      mode: "development",
      minimize: false,
      fedseal: { contract: true },
      output: { filename: "static/js/[name].js" },
      configuration: { stats: "none" },
    });
    dev = await DevServer.start(producer, configuration);
    stopped = false;
  };
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await dev.stop();
  };
  afterEach(async () => {
    tsc.release();
    await stop();
    // A process that was ended takes a moment to go.
    await expect.poll(() => tsc.running, { timeout: 60_000 }).toEqual([]);
  });

  const edit = async (file: string, text: string) => {
    const before = dev.builds.length;
    // A watcher sees a change by its time stamp: not in the same tick as the build.
    await new Promise((resolve) => setTimeout(resolve, 300));
    writeFileSync(join(context, file), text);
    await dev.built(before + 1);
  };
  /** What the manifest that is served names, which is what is served. */
  const served = async () => {
    const read = async (name: string) => {
      const response = await fetch(`${dev.origin}/${name}`);
      return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
    };
    const manifest = JSON.parse(String(await read("mf-manifest.json")));
    const contract = await read("mf-contract.json");
    expect(manifest.integrity).toBeDefined();
    expect(manifest.integrity["mf-contract.json"]).toBe(contract && sri(contract));
    return contract && JSON.parse(contract.toString()).files["Button.d.ts"];
  };
  const runFolders = () => {
    const names = readdirSync(join(context, "node_modules/.cache/fedseal"));
    return names.filter((name) => name.startsWith("run-"));
  };

  test("the first build waits for it; a rebuild has the last one, and then gets the new one", async () => {
    await start();
    expect(await served()).toContain("label: string");
    expect(dev.builds).toHaveLength(1);

    tsc.hold();
    await edit("Button.js", button("number"));
    // That build is finished, and TypeScript has not begun.
    expect(dev.builds.at(-1)).toEqual({ errors: [], warnings: [] });
    expect(await served()).toContain("label: string");

    const before = dev.builds.length;
    tsc.release();
    await dev.built(before + 1);
    expect(await served()).toContain("label: number");
    // And no build after that.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(dev.builds).toHaveLength(before + 1);
  });

  test("a newer save ends the TypeScript that runs for an older one", async () => {
    await start();
    tsc.hold();
    await edit("Button.js", button("number"));
    await expect.poll(() => tsc.running, { timeout: 60_000 }).toHaveLength(1);
    const [older] = tsc.running;
    await edit("Button.js", button("boolean"));
    await expect.poll(() => tsc.running.filter((id) => id !== older), { timeout: 60_000 }).toHaveLength(1);
    await expect.poll(() => tsc.running, { timeout: 60_000 }).not.toContain(older);
    const before = dev.builds.length;
    tsc.release();
    await dev.built(before + 1);
    expect(await served()).toContain("label: boolean");
    expect(runFolders()).toEqual([]);
  });

  test("a save that TypeScript does not read starts nothing", async () => {
    await start();
    const count = tsc.processes.length;
    await edit("index.js", "export const changed = 1;\n");
    await edit("index.js", "export const changed = 2;\n");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(tsc.processes).toHaveLength(count);
    expect(await served()).toContain("label: string");
  });

  test("an export that cannot be declared is a warning, and the last contract stays until it can", async () => {
    await start();
    await edit("Button.js", UNDECLARABLE);
    const warnings = () => dev.builds.at(-1)?.warnings.join("\n");
    await expect.poll(warnings, { timeout: 60_000 }).toContain("contract/not-extracted");
    expect(warnings()).toContain("keep the last contract");
    expect(await served()).toContain("label: string");
    // It stays a warning while other things change.
    await edit("index.js", "export const changed = 1;\n");
    expect(warnings()).toContain("contract/not-extracted");

    await edit("Button.js", button("Date"));
    await expect.poll(warnings, { timeout: 60_000 }).toBe("");
    await expect.poll(served, { timeout: 60_000 }).toContain("label: Date");
    expect(dev.builds.flatMap(({ errors }) => errors)).toEqual([]);
  });

  test("no contract from the start is a warning, too, and the build is sealed", async () => {
    await start({ button: UNDECLARABLE });
    expect(dev.builds[0]?.errors).toEqual([]);
    expect(dev.builds[0]?.warnings.join("\n")).toContain("have no contract");
    expect(await served()).toBeUndefined();
    await edit("Button.js", button("Date"));
    await expect.poll(served, { timeout: 60_000 }).toContain("label: Date");
  });

  test("stopping ends the TypeScript that runs, and leaves nothing", async () => {
    await start();
    tsc.hold();
    await edit("Button.js", button("number"));
    await expect.poll(() => tsc.running, { timeout: 60_000 }).toHaveLength(1);
    expect(runFolders()).toHaveLength(1);
    await stop();
    await expect.poll(() => tsc.running, { timeout: 60_000 }).toEqual([]);
    await expect.poll(runFolders, { timeout: 60_000 }).toEqual([]);
  });
});

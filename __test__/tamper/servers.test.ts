import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder } from "../scratch.ts";
import { buildRemote, type Options, PRODUCERS, type Producer } from "./apps.ts";
import { CELLS, evil, type Files, filesOf } from "./cells.ts";
import { FileServer, type Tamper } from "./server.ts";
import { serve } from "./server-host.ts";

/** Remotes for servers beside the usual one: ES modules, synchronous chunks, and `@module-federation/node`'s loader. */

const WORKS = { panel: "panel with react 19", details: "details" };
const ESSENTIAL = [
  "remoteEntry changed",
  "sync chunk changed",
  "async chunk changed",
  "shared chunk changed",
  "an unlisted chunk",
  "a good first answer and an evil second",
];
const remotes = await new FileServer().start();
afterAll(() => remotes.stop());

interface Server {
  name: string;
  producers: readonly Producer[];
  options: Omit<Options, "out">;
  type: string;
  flags?: string[];
}

const SERVERS: Server[] = [
  {
    name: "ES modules",
    // Rspack's built-in plugin says "global" in its manifest, whatever the library is.
    producers: ["rspack + enhanced", "webpack + enhanced"],
    options: {
      federation: { library: { type: "module" } },
      output: { module: true, chunkFormat: "module", chunkLoading: "import", library: { type: "module" } },
      configuration: { experiments: { outputModule: true } },
    },
    type: "module",
    flags: ["--experimental-vm-modules"],
  },
  {
    name: "chunks that are required",
    producers: PRODUCERS,
    options: { configuration: { target: "node" } },
    type: "commonjs-module",
  },
  {
    name: "@module-federation/node",
    producers: ["rspack + enhanced", "webpack + enhanced"],
    options: {
      federation: {
        runtimePlugins: [import.meta.resolve("@module-federation/node/runtimePlugin").replace("file://", "")],
      },
    },
    type: "commonjs-module",
  },
];

function changed(file: string): Tamper {
  return (path, body) => (body && path.endsWith(file) ? { body: evil(path, body) } : undefined);
}

function gone(file: string): Tamper {
  return (path) => (path.endsWith(file) ? { status: 404, body: "" } : undefined);
}

describe.each(SERVERS)("$name", ({ name, producers, options, flags = [] }) => {
  describe.each(producers)("%s", (producer) => {
    const slug = `${name}-${producer}`.replaceAll(/[^a-zA-Z]+/g, "-");
    const sealed = folder();
    let files: Files;
    const tamperOf = (name: string) =>
      (CELLS.find((one) => one.name === name) as (typeof CELLS)[number]).tamper(files, sealed, "");
    const load = () =>
      serve(`${remotes.origin}/${slug}/mf-manifest.json`, { plugin: { unsealed: "block" } }, { flags });

    beforeAll(async () => {
      const output = { publicPath: `${remotes.origin}/${slug}/`, ...options.output };
      const configuration = { ...options.configuration };
      if (producer.startsWith("rspack")) delete (configuration as { experiments?: unknown }).experiments;
      await buildRemote(producer, "node", { ...options, configuration, output, out: sealed });
      remotes.folders.set(slug, sealed);
      files = filesOf(sealed);
    });

    test("works, with every file fetched once", async () => {
      remotes.reset();
      expect(await load()).toMatchObject({ result: WORKS, told: [], evil: 0 });
      expect(remotes.requests).toHaveLength(new Set(remotes.requests).size);
    });

    test.each(ESSENTIAL)("%s", async (cellName) => {
      const cell = CELLS.find((one) => one.name === cellName);
      if (!cell) throw new Error(cellName);
      remotes.reset();
      remotes.tamper = cell.tamper(files, sealed, "");
      const { codes, names = "" } = cell.expected(files);
      const outcome = await load();
      expect(outcome.evil).toBe(0);
      if (codes.length === 0) return expect(outcome).toMatchObject({ result: WORKS });
      expect(outcome.result).toBeUndefined();
      const right = outcome.told.filter(({ code, message }) => codes.includes(code) && message.includes(names));
      expect(right, JSON.stringify(outcome)).not.toEqual([]);
    });

    /** The lazy chunk, in ways that only its own request can show. */
    test.each<[string, string, () => Tamper]>([
      ["other bytes", "ERR_FEDSEAL_INTEGRITY_MISMATCH", () => changed(files.lazy)],
      ["a file that is gone", "ERR_FEDSEAL_FETCH", () => gone(files.lazy)],
      ["a file that no manifest lists", "ERR_FEDSEAL_UNSEALED", () => tamperOf("an unlisted chunk")],
    ])("a lazy chunk: %s is reported once, on the console and to `report`", async (_name, code, tamper) => {
      remotes.reset();
      remotes.tamper = tamper();
      const { told, console, evil, result } = await load();
      expect({ evil, result }).toEqual({ evil: 0, result: undefined });
      expect(told).toEqual([
        { code, url: `${remotes.origin}/${slug}/${files.lazy}`, message: expect.any(String), refused: true },
      ]);
      expect(console.filter((line) => line.includes("fedseal: "))).toEqual([`error: fedseal: ${told[0]?.message}`]);
    });

    if (flags.length > 0) {
      test("without the flag, the error says which", async () => {
        remotes.reset();
        const outcome = await serve(`${remotes.origin}/${slug}/mf-manifest.json`, { plugin: { unsealed: "block" } });
        expect(outcome.told[0]).toMatchObject({ code: "ERR_FEDSEAL_UNSUPPORTED" });
        expect(outcome.told[0]?.message).toContain("--experimental-vm-modules");
      });
    }
  });
});

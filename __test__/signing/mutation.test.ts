import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder, SCRATCH } from "../scratch.ts";
import { buildRemote } from "../tamper/apps.ts";
import { FileServer } from "../tamper/server.ts";
import { serve } from "../tamper/server-host.ts";
import { ATTACKS, type Cell, SIGNATURE, TWINS, tamperOf, type World, WRONG_OPTIONS, worldOf } from "./cells.ts";
import { MUTANTS, OPTION_MUTANTS } from "./mutants.ts";
import { PLAYS, type Play } from "./scenarios.ts";
import { Stage } from "./stage.ts";

/**
 * Every check of signatures, taken out: the cell that is about it has to turn red. In Node, which is the quickest place; what
 * only an engine lets through (WebKit takes an s that is too large) is in the matrix.
 */

const DIST = dirname(fileURLToPath(import.meta.resolve("@fedseal/runtime")));
const remotes = await new FileServer().start();
const foreign = await new FileServer().start();
const stage = new Stage();
let world: World;

beforeAll(async () => {
  const out = folder();
  await buildRemote("rspack + enhanced", "node", { out });
  for (const server of [remotes, foreign]) server.folders.set("node", out).set("node-moved", out);
  world = worldOf(out, { origin: remotes.origin, foreign: foreign.origin, path: "/node" });
  await stage.open();
});
afterAll(async () => {
  for (const server of [remotes, foreign]) await server.stop();
  await stage.close();
});

/** A copy of the runtime, with a change. */
function runtimeWith(change?: { file: string; from: string; to: string }): string {
  const dir = folder(SCRATCH);
  cpSync(DIST, dir, { recursive: true });
  writeFileSync(join(dir, "package.json"), '{ "type": "module" }');
  if (change) {
    const file = join(dir, change.file);
    const text = readFileSync(file, "utf8");
    expect(text.split(change.from).length - 1, `${change.from} in ${change.file}`).toBe(1);
    writeFileSync(
      file,
      text.replace(change.from, () => change.to),
    );
  }
  return `${dir}/`;
}

const cells = new Map<string, (runtime: string) => Promise<boolean>>([
  ...[...ATTACKS, ...TWINS].map((cell) => [cell.name, (runtime: string) => loads(cell, runtime)] as const),
  ...PLAYS.map((one) => [one.name, (runtime: string) => plays(one, runtime)] as const),
]);

/** Whether an attack is refused with its code, and a twin works. */
async function loads(cell: Cell, runtime: string): Promise<boolean> {
  remotes.reset();
  remotes.tamper = tamperOf(world, cell.serve(world));
  const plugin = pathToFileURL(`${runtime}node/index.js`).href;
  const { told, evil, result } = await serve(
    `${world.origin}/node/mf-manifest.json`,
    { signature: SIGNATURE },
    { plugin },
  );
  const codes = told.map(({ code }) => code).join();
  if (evil > 0) return false;
  return cell.code === undefined
    ? codes === "" && result !== undefined
    : codes === `ERR_FEDSEAL_${cell.code}` && result === undefined;
}

async function plays({ scenario, first, expected, asked }: Play, runtime: string): Promise<boolean> {
  const outcome = await stage.inNode(scenario, first, runtime);
  try {
    expect(outcome).toMatchObject(expected);
  } catch {
    // Red.
    return false;
  }
  return asked === undefined || stage.asked === asked;
}

const cellOf = (name: string) => cells.get(name) ?? expect.unreachable(`there is no cell "${name}"`);

test("with every check, the cells are green", async () => {
  const runtime = runtimeWith();
  for (const name of new Set(MUTANTS.map(({ cell }) => cell))) {
    expect(await cellOf(name)(runtime), name).toBe(true);
  }
});

test.each(MUTANTS)("red without: $name", async ({ cell, ...change }) => {
  expect(await cellOf(cell)(runtimeWith(change))).toBe(false);
});

describe("options", () => {
  const wrong = async (change?: { from: string; to: string }) => {
    const dir = runtimeWith(change && { file: "signature/validate.js", ...change });
    const { validate } = await import(/* @vite-ignore */ pathToFileURL(`${dir}signature/validate.js`).href);
    return WRONG_OPTIONS.filter(([, options, names]) => {
      try {
        validate({ shop: options });
        return true;
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        return code !== "ERR_FEDSEAL_OPTIONS" || !message.includes(names);
      }
    }).map(([name]) => name);
  };

  test("with every check, none is taken", async () => {
    expect(await wrong()).toEqual([]);
  });

  test.each(OPTION_MUTANTS)("taken without the check of: $name", async (change) => {
    expect(await wrong(change)).not.toEqual([]);
  });
});

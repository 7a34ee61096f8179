import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { filesOf, flaws } from "../folders.ts";
import { folder, SCRATCH } from "./producers.ts";

const CHUNKS = 300;

// The files keep their names, so that an old manifest and new files may lie side by side; hosts then refuse the files.
test.each([
  ["rspack", 12],
  // Each of its builds takes seconds to start.
  ["webpack", 4],
] as const)(
  "%s: killed while it writes, a build leaves the old manifest, the new one or none, and never an unsealed one",
  async (bundler, rounds) => {
    const [context, out] = [folder(SCRATCH), folder()];
    const manifest = join(out, "mf-manifest.json");
    const start = () =>
      fork(join(import.meta.dirname, "killed-build.mjs"), [bundler, context, out], { stdio: "inherit" });
    const sealed = async (version: number) => {
      writeApp(context, version);
      expect(await once(start(), "exit")).toEqual([0, null]);
      expect(flaws(out)).toEqual([]);
      return readFileSync(manifest, "utf8");
    };
    let old = await sealed(0);
    let killed = 0;
    for (let round = 1; round <= rounds; round++) {
      writeApp(context, round);
      const child = start();
      const ended = once(child, "exit");
      await hasBegun(out, ended);
      await pause((round * 60) / rounds);
      child.kill("SIGKILL");
      const [, signal] = await ended;
      if (signal === "SIGKILL") killed += 1;
      const now = existsSync(manifest) ? readFileSync(manifest, "utf8") : undefined;
      if (now !== undefined && now !== old) {
        expect(flaws(out), `round ${round}`).toEqual([]);
        old = now;
      }
    }
    expect(killed).toBeGreaterThan(0);
    // The next build clears away what the killed ones left.
    await sealed(rounds + 1);
    expect(filesOf(out).filter((name) => name.includes("fedseal-tmp"))).toEqual([]);
  },
);

/** A remote of many chunks, each of which holds the version. */
function writeApp(context: string, version: number): void {
  const names = Array.from({ length: CHUNKS }, (_, index) => `part${index}.js`);
  for (const name of names) writeFileSync(join(context, name), `export default "${name} of version ${version}.";\n`);
  const imports = names.map((name) => `  () => import("./${name}"),\n`).join("");
  writeFileSync(join(context, "big.js"), `export const parts = [\n${imports}];\n`);
  writeFileSync(join(context, "index.js"), "");
  writeFileSync(join(context, "package.json"), '{ "name": "a", "version": "1.0.0" }');
}

/** Until the bundler has begun to write, or has ended. */
async function hasBegun(out: string, ended: Promise<unknown>): Promise<void> {
  const watcher = watch(out, { recursive: false });
  await Promise.race([once(watcher, "change"), ended]);
  watcher.close();
}

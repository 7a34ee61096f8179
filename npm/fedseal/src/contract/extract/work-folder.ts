import { existsSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { statsAt } from "../../stats.js";
import { atExit } from "./at-exit.js";

/** How long a run can take at most, in milliseconds: what is older was left by a process that a signal ended. */
const OLDEST_RUN = 60 * 60 * 1000;
const PREFIX = "run-";

/** A folder for one run of tsc. */
export interface WorkFolder {
  dir: string;
  /** `node_modules/.cache/fedseal` of the project, which `dir` is in; undefined where it cannot be written to. */
  cache: string | undefined;
  remove(): Promise<void>;
}

/**
 * Inside the project's `node_modules`, because a tsconfig finds the packages in its `types` from where it is; in the system's
 * folder for temporary files where that cannot be.
 */
export async function makeWorkFolder(root: string): Promise<WorkFolder> {
  const cache = cacheFolder(root);
  const inside = cache && (await makeIn(cache));
  const dir = inside ?? (await mkdtemp(join(tmpdir(), "fedseal-contract-")));
  const keep = atExit(() => rmSync(dir, { recursive: true, force: true }));
  return {
    dir,
    cache: inside && cache,
    async remove() {
      await rm(dir, { recursive: true, force: true });
      keep();
    },
  };
}

/** In the nearest `node_modules`. */
function cacheFolder(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules"))) return join(folder, "node_modules/.cache/fedseal");
    if (folder === dirname(folder)) return undefined;
  }
}

async function makeIn(cache: string): Promise<string | undefined> {
  try {
    await mkdir(cache, { recursive: true });
    await sweep(cache);
    return await mkdtemp(join(cache, PREFIX));
  } catch (error) {
    // Read-only, or not ours: the caller has another place.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

/** Removes what dead processes left. */
async function sweep(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(PREFIX) && !name.endsWith(".tmp")) continue;
    const path = join(cache, name);
    // Another process may be sweeping, too.
    const found = statsAt(path);
    if (found && Date.now() - found.mtimeMs > OLDEST_RUN) await rm(path, { recursive: true, force: true });
  }
}

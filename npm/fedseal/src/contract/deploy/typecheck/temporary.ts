import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs work with a folder that is gone afterwards, however the process ends short of being killed. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "fedseal-typecheck-")));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const leave = (signal: NodeJS.Signals) => {
    stop();
    // `exit` ends the compiler as well; 128 and the signal's number is what shells expect.
    process.exit(signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 129);
  };
  const stop = () => {
    process.off("exit", remove);
    for (const signal of SIGNALS) process.off(signal, leave);
    remove();
  };
  process.once("exit", remove);
  for (const signal of SIGNALS) process.once(signal, leave);
  try {
    return await work(folder);
  } finally {
    stop();
  }
}

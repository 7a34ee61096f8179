import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The TypeScript of a project, which a test can hold before it begins to compile. It compiles in a process of its own, as
 * TypeScript 7 does on older versions of Node.
 */
export class HeldTypeScript {
  readonly #hold: string;
  readonly #log: string;

  constructor(root: string) {
    const own = createRequire(import.meta.url).resolve("typescript/package.json");
    const { version } = JSON.parse(readFileSync(own, "utf8"));
    const folder = join(root, "node_modules/typescript");
    mkdirSync(folder, { recursive: true });
    this.#hold = join(root, "node_modules/hold");
    this.#log = join(root, "node_modules/processes.txt");
    writeFileSync(this.#log, "");
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ name: "typescript", version, bin: { tsc: "tsc.cjs" } }),
    );
    writeFileSync(
      join(folder, "tsc.cjs"),
      `const { status } = require("node:child_process").spawnSync(
        process.execPath, [require.resolve("./held.mjs"), ...process.argv.slice(2)], { stdio: "inherit" },
      );
      process.exitCode = status ?? 1;`,
    );
    writeFileSync(
      join(folder, "held.mjs"),
      `import { appendFileSync, existsSync } from "node:fs";
      appendFileSync(${JSON.stringify(this.#log)}, process.pid + "\\n");
      while (existsSync(${JSON.stringify(this.#hold)})) await new Promise((resolve) => setTimeout(resolve, 10));
      await import(${JSON.stringify(pathToFileURL(join(own, "../bin/tsc")).href)});`,
    );
  }

  hold(): void {
    writeFileSync(this.#hold, "");
  }

  release(): void {
    rmSync(this.#hold, { force: true });
  }

  /** Every process that compiled, or waits to. */
  get processes(): number[] {
    return readFileSync(this.#log, "utf8").split("\n").filter(Boolean).map(Number);
  }

  get running(): number[] {
    return this.processes.filter(isRunning);
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}

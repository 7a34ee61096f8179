import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folder, SCRATCH } from "../scratch.ts";

/** The federation plugins, and the versions of Vite that each is built with. */
export const PRODUCERS = [
  { plugin: "@module-federation/vite", vite: 8 },
  { plugin: "@module-federation/vite", vite: 7 },
  { plugin: "vite-plugin-federation", vite: 8 },
] as const;
export type Producer = (typeof PRODUCERS)[number];

const MODULES = join(import.meta.dirname, "../../node_modules");

/** What stands in a configuration, as code. */
export interface Setup {
  /** Options of the federation plugin, besides `dts`. */
  federation?: object;
  /** Options of fedseal. */
  fedseal?: object;
  /** More plugins, before fedseal. */
  plugins?: string;
  /** Options of `build`. */
  build?: object;
  /** The top of the configuration, which plugins may use. */
  start?: string;
}

export const REMOTE = {
  name: "shop",
  filename: "remoteEntry.js",
  manifest: true,
  exposes: { "./Panel": "./Panel.js" },
  shared: { react: { singleton: true } },
};

/** A project of Vite in a folder of its own, with its configuration. */
export function project({ plugin, vite }: Producer, { federation = REMOTE, ...setup }: Setup = {}): string {
  const root = folder(SCRATCH);
  cpSync(join(import.meta.dirname, "../tamper/app/vite"), root, { recursive: true });
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "shop", version: "1.0.0", type: "module" }));
  if (vite === 7) useVite7(root, plugin);
  const { fedseal = {}, plugins = "", build = {}, start = "" } = setup;
  const options = JSON.stringify({ dts: false, ...federation });
  writeFileSync(
    join(root, "vite.config.js"),
    `import { federation } from ${JSON.stringify(plugin)};
import { fedseal } from "fedseal/vite";
${start}
export default {
  plugins: [federation(${options}), ${plugins} fedseal(${JSON.stringify(fedseal)})],
  build: { target: "esnext", minify: false, ...${JSON.stringify(build)} },
};
`,
  );
  return root;
}

/** The plugin of Module Federation imports Vite, too: both have to find the same one. */
function useVite7(root: string, plugin: string): void {
  const own = join(root, "node_modules");
  mkdirSync(dirname(join(own, plugin)), { recursive: true });
  cpSync(join(MODULES, plugin), join(own, plugin), { recursive: true });
  symlinkSync(join(MODULES, "vite-7"), join(own, "vite"), "dir");
}

/** The command of Vite that a project has. */
export function viteOf(root: string): string {
  const own = join(root, "node_modules/vite/bin/vite.js");
  return existsSync(own) ? own : join(MODULES, "vite/bin/vite.js");
}

/** Without what tells Module Federation's plugins that a test runs: then they do nothing. */
export function environment(): NodeJS.ProcessEnv {
  const { VITEST, NODE_ENV, ...env } = process.env;
  return { ...env, NO_COLOR: "1" };
}

/** `vite build`, as users run it. */
export function build(root: string, ...args: string[]): { status: number | null; printed: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [viteOf(root), "build", ...args], {
    cwd: root,
    encoding: "utf8",
    env: environment(),
  });
  return { status, printed: stdout + stderr };
}

/** The only file of the output that begins so. */
export function fileOf(dist: string, part: string): string {
  const names = Object.keys(JSON.parse(readFileSync(join(dist, "mf-manifest.json"), "utf8")).integrity);
  const [found, ...others] = names.filter((name) => name.startsWith(`assets/${part}-`));
  if (!found || others.length > 0) throw new Error(`${part}: not one of ${names}`);
  return found;
}

import { join } from "node:path";
import { pluginModuleFederation } from "@module-federation/rsbuild-plugin";
import {
  createLogger,
  createRsbuild,
  mergeRsbuildConfig,
  type RsbuildConfig,
  type RsbuildInstance,
  type RsbuildPlugin,
} from "@rsbuild/core";
import type { FedsealPluginOptions } from "fedseal";
import { pluginFedseal } from "fedseal/rsbuild";

/** The apps of the tamper matrix, built by Rsbuild as its users do. */

export const APP = join(import.meta.dirname, "../tamper/app");

// biome-ignore lint/suspicious/noExplicitAny: options of Module Federation
type Federation = any;

const REMOTE: Federation = {
  name: "shop",
  filename: "remoteEntry.js",
  exposes: { "./Panel": "./Panel.js" },
  shared: { react: { singleton: true } },
  dts: false,
};

export interface Options {
  /** The output folder. */
  out: string;
  /** The folder of the app, in place of the one in the tamper matrix. */
  root?: string;
  fedseal?: FedsealPluginOptions;
  federation?: Federation;
  /** Where pluginFedseal stands. */
  order?: "before" | "after";
  /** The plugins, in place of the two. */
  plugins?: RsbuildPlugin[];
  config?: RsbuildConfig;
  /** Who calls Rsbuild: Rslib does. */
  callerName?: string;
}

/** What a build said, a line each, without colours. */
export type Said = string[];

export interface Prepared {
  rsbuild: RsbuildInstance;
  said: Said;
}

export function remote(options: Options): Promise<Prepared> {
  return prepare("remote", { ...REMOTE, ...options.federation }, options);
}

/** The host of the remote at an address. */
export function host(url: string, options: Options): Promise<Prepared> {
  const remotes = { shop: `shop@${url}` };
  const { shared } = REMOTE;
  return prepare("host", { name: "shell", remotes, shared, dts: false, ...options.federation }, options);
}

async function prepare(app: string, federation: Federation, options: Options): Promise<Prepared> {
  const { out, root = join(APP, app), fedseal, order = "after", config = {}, callerName = "rsbuild" } = options;
  const said: Said = [];
  const say = (...lines: unknown[]) => said.push(plain(lines.join(" ")));
  const both = [pluginModuleFederation(federation), pluginFedseal(fedseal)];
  const plugins = options.plugins ?? (order === "after" ? both : both.reverse());
  const common: RsbuildConfig = {
    root,
    mode: "production",
    customLogger: createLogger({ console: { log: say, warn: say, error: say } }),
    plugins,
    source: { entry: { index: "./index.js" } },
    output: { distPath: { root: out }, cleanDistPath: true },
    performance: { printFileSize: false },
  };
  const rsbuild = await createRsbuild({ cwd: root, callerName, config: mergeRsbuildConfig(common, config) });
  return { rsbuild, said };
}

/** Builds once, and gives what was said; an error of the build is said, too. */
export async function build({ rsbuild, said }: Prepared): Promise<Said> {
  try {
    await (await rsbuild.build()).close();
  } catch (error) {
    said.push(plain(String(error)));
  }
  return said;
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours
  return text.replaceAll(/\u001b\[\d*m/g, "");
}

/** Lines of fedseal, without their label. */
export function linesOf(said: Said): string[] {
  return said.flatMap((one) => one.match(/fedseal: .*/g) ?? []).map((one) => one.replace(/in \d+ ms/, "in N ms"));
}

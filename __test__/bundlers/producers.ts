import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { ModuleFederationPlugin as EnhancedOnRspack } from "@module-federation/enhanced/rspack";
import { ModuleFederationPlugin as EnhancedOnWebpack } from "@module-federation/enhanced/webpack";
import { rspack } from "@rspack/core";
import { FedsealPlugin, type FedsealPluginOptions } from "fedseal";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import webpack from "webpack";
import olderWebpack from "webpack-5.101";
import { folder, SCRATCH } from "../scratch.ts";

export { folder, SCRATCH };

/** Everything that writes a manifest in an Rspack or webpack build. */
export const PRODUCERS = [
  "rspack",
  "rspack + enhanced",
  "rspack + enhanced, manifest: true",
  "webpack + enhanced",
] as const;
export type Producer = (typeof PRODUCERS)[number];

export const APP = join(import.meta.dirname, "app");

/** A configuration of either bundler: each checks its own when it is given one. */
// biome-ignore lint/suspicious/noExplicitAny: the two bundlers' types differ, and tests reach into both
export type Configuration = any;

export interface Setup {
  out?: string;
  context?: string;
  mode?: "production" | "development";
  fedseal?: FedsealPluginOptions | false;
  minimize?: boolean;
  /** Where FedsealPlugin stands. */
  order?: "after" | "before";
  federation?: Record<string, unknown>;
  /** Puts something in the place of Module Federation's plugin, and of the one that extracts styles. */
  wrap?: (plugin: unknown) => unknown;
  plugins?: unknown[];
  configuration?: Record<string, unknown>;
  output?: Record<string, unknown>;
}

/** The app in a folder of its own, to be changed. */
export function copyOfApp(): string {
  const app = folder(SCRATCH);
  cpSync(APP, app, { recursive: true });
  return app;
}

/** The configuration of a remote that exposes a React component with CSS and lazy chunks. */
export function remote(producer: Producer, setup: Setup = {}): Configuration {
  const onWebpack = producer === "webpack + enhanced";
  const wrap = setup.wrap ?? ((plugin: unknown) => plugin);
  const fedseal = setup.fedseal === false ? [] : [new FedsealPlugin(setup.fedseal)];
  const federation = {
    name: "remote_a",
    filename: "remoteEntry.js",
    exposes: { "./Button": "./Button.js" },
    shared: { react: { singleton: true }, "react-dom": { singleton: true } },
    ...(producer !== "rspack" && { dts: false }),
    ...((producer === "rspack" || producer.endsWith("manifest: true")) && { manifest: true }),
    ...setup.federation,
  };
  return {
    mode: setup.mode ?? "production",
    context: setup.context ?? APP,
    entry: "./index.js",
    devtool: false,
    infrastructureLogging: { level: "error" },
    output: {
      path: setup.out ?? folder(),
      publicPath: "auto",
      uniqueName: "remote_a",
      filename: "static/js/[name].[contenthash:8].js",
      ...(onWebpack ? {} : { cssChunkFilename: "static/css/[name].[contenthash:8].css" }),
      ...setup.output,
    },
    resolve: { modules: [join(import.meta.dirname, "../../node_modules")] },
    module: {
      rules: [
        onWebpack
          ? { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] }
          : { test: /\.css$/, type: "css/auto" },
      ],
    },
    // webpack's minimizer takes most of its build; one test per producer runs it.
    optimization: { minimize: setup.minimize ?? !onWebpack },
    plugins: [
      ...(setup.order === "before" ? fedseal : []),
      wrap(federationPlugin(producer, federation)),
      ...(setup.order === "before" ? [] : fedseal),
      ...(onWebpack ? [wrap(new MiniCssExtractPlugin({ filename: "static/css/[name].[contenthash:8].css" }))] : []),
      ...(setup.plugins ?? []),
    ],
    ...setup.configuration,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: three plugins with three option types
function federationPlugin(producer: Producer, options: any): unknown {
  if (producer === "rspack") return new rspack.container.ModuleFederationPlugin(options);
  if (producer === "webpack + enhanced") return new EnhancedOnWebpack(options);
  return new EnhancedOnRspack(options);
}

export function isWebpack(producer: Producer): boolean {
  return producer === "webpack + enhanced";
}

/** A compiler of the producer's bundler. */
export function compiler(producer: Producer, configuration: Configuration) {
  const create: (configuration: Configuration) => Compiler = isWebpack(producer)
    ? (webpack as unknown as (configuration: Configuration) => Compiler)
    : (rspack as unknown as (configuration: Configuration) => Compiler);
  return create(configuration);
}

export interface Compiler {
  run(done: (error: Error | null, stats: Stats) => void): void;
  watch(options: object, done: (error: Error | null, stats: Stats) => void): { close(done: () => void): void };
  close(done: (error: Error | null) => void): void;
  outputFileSystem: unknown;
}

interface Stats {
  toJson(options: object): { errors: { message: string }[]; warnings: { message: string }[] };
}

/** Messages of a build. */
export interface Built {
  errors: string[];
  warnings: string[];
}

/** Runs a build once. */
export function build(producer: Producer, configuration: Configuration): Promise<Built> {
  return run(compiler(producer, configuration));
}

/** Runs a build of webpack 5.101: the last line that Module Federation before 2.x works with. */
export function buildOnOlderWebpack(configuration: Configuration): Promise<Built> {
  // Module Federation would take the webpack that is called so, not the one that runs it.
  process.env.FEDERATION_WEBPACK_PATH = fileURLToPath(import.meta.resolve("webpack-5.101"));
  return run((olderWebpack as unknown as (configuration: Configuration) => Compiler)(configuration));
}

export function run(instance: Compiler): Promise<Built> {
  return new Promise((resolve, reject) => {
    instance.run((error, stats) => {
      if (error) return reject(error);
      const built = messages(stats);
      instance.close((closing) => (closing ? reject(closing) : resolve(built)));
    });
  });
}

export function messages(stats: Stats): Built {
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  // Rspack draws a frame around messages, in colours under CI.
  const plain = ({ message }: { message: string }) =>
    stripVTControlCharacters(message)
      .replaceAll(/^ {2}[×⚠│] /gmu, "")
      .trim();
  return { errors: errors.map(plain), warnings: warnings.map(plain) };
}

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ModuleFederationPlugin as EnhancedOnRspack } from "@module-federation/enhanced/rspack";
import { ModuleFederationPlugin as EnhancedOnWebpack } from "@module-federation/enhanced/webpack";
import { ModuleFederationPlugin as Enhanced024OnWebpack } from "@module-federation/enhanced-0.24/webpack";
import { rspack } from "@rspack/core";
import { FedsealPlugin, type FedsealPluginOptions } from "fedseal";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import { type Built, build, buildOnOlderWebpack, type Configuration } from "../bundlers/producers.ts";
import { sri } from "../folders.ts";

/** Whose chunk loader and whose runtime: the columns of the matrix. */
export const PRODUCERS = ["rspack", "rspack + enhanced", "webpack + enhanced"] as const;
export type Producer = (typeof PRODUCERS)[number];
/** Hosts of an older line of Module Federation, too. */
export type HostProducer = Producer | "webpack + enhanced 0.24";

/** How a remote is loaded. */
export type Kind = "script" | "module" | "node";

const APP = join(import.meta.dirname, "app");
const MODULES = join(import.meta.dirname, "../../node_modules");

export interface Options {
  out: string;
  fedseal?: FedsealPluginOptions | false;
  /** Where FedsealPlugin stands. */
  order?: "before" | "after";
  federation?: Record<string, unknown>;
  /** Puts something in the place of Module Federation's plugin, and of the one that extracts styles. */
  wrap?: (plugin: unknown) => unknown;
  output?: Record<string, unknown>;
  /** What the files of styles are called. */
  styles?: string;
  configuration?: Record<string, unknown>;
  plugins?: unknown[];
}

function base(
  producer: HostProducer,
  folder: string,
  options: Options,
  federation: Record<string, unknown>,
): Configuration {
  const { out, order = "after", wrap = (plugin) => plugin, output, configuration, plugins = [] } = options;
  const { styles = "css/[name].[contenthash:8].css" } = options;
  const onWebpack = producer.startsWith("webpack");
  const fedseal = options.fedseal === false ? [] : [new FedsealPlugin(options.fedseal)];
  const all = {
    ...federation,
    ...(producer === "rspack" ? { manifest: true } : { dts: false }),
    ...options.federation,
  };
  return {
    mode: "production",
    context: join(APP, folder),
    entry: "./index.js",
    devtool: false,
    infrastructureLogging: { level: "error" },
    resolve: { modules: [MODULES] },
    optimization: { minimize: false, chunkIds: "named", moduleIds: "named" },
    ...configuration,
    output: {
      path: out,
      publicPath: "auto",
      uniqueName: String(federation.name),
      filename: "js/[name].[contenthash:8].js",
      ...(!onWebpack && { cssFilename: styles, cssChunkFilename: styles }),
      ...output,
    },
    module: {
      rules: [
        onWebpack
          ? { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] }
          : { test: /\.css$/, type: "css/auto" },
      ],
    },
    plugins: [
      ...(order === "before" ? fedseal : []),
      wrap(federationPlugin(producer, all)),
      ...(order === "after" ? fedseal : []),
      ...(onWebpack ? [wrap(new MiniCssExtractPlugin({ filename: styles }))] : []),
      ...plugins,
    ],
  };
}

// biome-ignore lint/suspicious/noExplicitAny: four plugins with four option types
function federationPlugin(producer: HostProducer, options: any): unknown {
  if (producer === "rspack") return new rspack.container.ModuleFederationPlugin(options);
  if (producer === "webpack + enhanced") return new EnhancedOnWebpack(options);
  if (producer === "webpack + enhanced 0.24") return new Enhanced024OnWebpack(options);
  return new EnhancedOnRspack(options);
}

/** Builds the remote. */
export async function buildRemote(producer: Producer, kind: Kind, options: Options): Promise<void> {
  const built = await run(producer, remoteConfiguration(producer, kind, options));
  if (built.errors.length > 0) throw new Error(built.errors.join("\n"));
}

/** The configuration of the remote. */
export function remoteConfiguration(producer: Producer, kind: Kind, options: Options): Configuration {
  const module = {
    output: { module: true, chunkFormat: "module", chunkLoading: "import" },
    federation: { library: { type: "module" } },
    configuration: producer.startsWith("webpack") ? { experiments: { outputModule: true } } : {},
  };
  const node = {
    output: {},
    federation: { library: { type: "commonjs-module", name: "shop" }, exposes: { "./Panel": "./greet.js" } },
    configuration: { target: "async-node", entry: "./greet.js" },
  };
  const special = { script: {} as Partial<typeof module>, module, node }[kind];
  return base(
    producer,
    kind === "node" ? "server" : "remote",
    {
      ...options,
      output: { ...special.output, ...options.output },
      federation: { ...special.federation, ...options.federation },
      configuration: { ...special.configuration, ...options.configuration },
    },
    {
      name: "shop",
      filename: "remoteEntry.js",
      exposes: { "./Panel": "./Panel.js" },
      shared: { react: { singleton: true } },
    },
  );
}

/** Builds the host, which loads the remote from an address. */
export async function buildHost(producer: HostProducer, remote: string, options: Options): Promise<Built> {
  const built = await run(producer, hostConfiguration(producer, remote, options));
  if (built.errors.length === 0) writeFileSync(join(options.out, "index.html"), page(options));
  return built;
}

/** The configuration of the host. */
export function hostConfiguration(producer: HostProducer, remote: string, options: Options): Configuration {
  return base(producer, "host", options, { name: "shell", remotes: { shop: `shop@${remote}` } });
}

function run(producer: HostProducer, configuration: Configuration): Promise<Built> {
  return producer === "webpack + enhanced 0.24" ? buildOnOlderWebpack(configuration) : build(producer, configuration);
}

/** The host's page, with a nonce where the test's server puts one. */
function page({ out, output }: Options): string {
  const [main = ""] = entryFiles(out);
  const integrity = sri(readFileSync(join(out, main)));
  const type = output?.module ? ' type="module"' : "";
  return `<!doctype html><meta charset="utf-8"><title>shell</title><script${type} nonce="NONCE" src="${main}" integrity="${integrity}" crossorigin></script><p>shell</p>`;
}

function entryFiles(out: string): string[] {
  return readdirSync(join(out, "js"))
    .filter((file) => file.startsWith("main."))
    .map((file) => `js/${file}`);
}

// biome-ignore lint/suspicious/noExplicitAny: a manifest is read as the JSON it is
export function manifest(out: string): any {
  return JSON.parse(readFileSync(join(out, "mf-manifest.json"), "utf8"));
}

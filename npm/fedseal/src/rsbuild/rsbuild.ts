/** What fedseal uses of Rsbuild, as types. Rsbuild's own satisfy them, and need not be installed for these to be read. */

/** A plugin of Rsbuild, as its `RsbuildPlugin`. */
export interface RsbuildPlugin {
  name: string;
  setup(api: RsbuildApi): void;
}

/** What a plugin is given when it is set up. */
export interface RsbuildApi {
  context: { action?: string | undefined; rootPath: string };
  logger: Logger;
  /** The configuration as its author wrote it. */
  getRsbuildConfig(type: "original"): RsbuildConfig;
  modifyBundlerChain(hook: Hook<(chain: Chain, utilities: ChainUtilities) => void>): void;
  modifyRspackConfig(
    hook: Hook<(configuration: RspackConfiguration, utilities: { environment: Environment }) => void>,
  ): void;
  onAfterBuild(hook: Hook<(parameters: { isWatch: boolean }) => void>): void;
  onBeforeCreateCompiler(hook: Hook<(parameters: { bundlerConfigs: RspackConfiguration[] }) => void>): void;
}

interface Hook<Handler> {
  order: "post";
  handler: Handler;
}

export interface Logger {
  // biome-ignore lint/suspicious/noExplicitAny: a custom logger of Rsbuild takes what `console` takes
  info(...lines: any[]): void;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  warn(...lines: any[]): void;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  error(...lines: any[]): void;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  debug(...lines: any[]): void;
}

interface Environment {
  name: string;
  config: { server: { publicDir: readonly { name: string }[] } };
}

/** Where files are loaded from, in production and in development. */
interface Prefixes {
  output?: { assetPrefix?: unknown } | undefined;
  dev?: { assetPrefix?: unknown } | undefined;
}

interface RsbuildConfig extends Prefixes {
  environments?: Record<string, Prefixes> | undefined;
}

export interface RspackConfiguration {
  target?: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: each bundler has its own type of this option
  output?: { path?: any; publicPath?: any; crossOriginLoading?: any } | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: plugins of whatever kind
  plugins?: any[] | undefined;
}

/** Rspack's configuration before it is one: `rspack-chain`. */
interface Chain {
  // biome-ignore lint/suspicious/noExplicitAny: the option is a text or a function
  output: { get(key: any): unknown };
  plugins: { has(name: string): boolean };
  // biome-ignore lint/suspicious/noExplicitAny: the arguments of whatever plugin it is
  plugin(name: string): { tap(change: (parameters: any) => any): unknown };
}

interface ChainUtilities {
  environment: { name: string; htmlPaths: Record<string, string> };
  CHAIN_ID: { PLUGIN: { HTML: string } };
}

import { diagnostic, textOf } from "../diagnostics.js";
import type { Compilation, Compiler } from "../plugin/bundler.js";
import type { FedsealPlugin } from "../plugin/index.js";
import { isClaimed } from "../plugin/one-plugin.js";
import { WrittenManifests } from "./later-changes.js";
import { addPublicFiles } from "./public-files.js";
import type { Logger } from "./rsbuild.js";

const NAME = "FedsealPlugin";

/** Rspack's compiler, as far as webpack's is none. */
type RspackCompiler = Compiler & {
  hooks: {
    infrastructureLog: {
      tap(name: string, run: (origin: string, type: string, lines: unknown[]) => true | undefined): void;
    };
  };
  __internal__builtinPlugins?: readonly { name?: unknown }[];
};

/** FedsealPlugin in one environment of Rsbuild: put into all of them, it works in those that have Module Federation. */
export class EnvironmentSeal {
  readonly name: string;
  readonly written = new WrittenManifests();
  readonly #plugin: FedsealPlugin;
  readonly #logger: Logger;
  readonly #publicFolders: readonly string[];
  /** What an environment whose plugins nobody has looked at is taken for: then FedsealPlugin says what is missing. */
  isFederated = true;
  /** Whether other environments are built beside this one, so that lines have to say whose they are. */
  isOneOfMany = false;

  /** `publicFolders` are absolute. */
  constructor(name: string, plugin: FedsealPlugin, logger: Logger, publicFolders: readonly string[]) {
    this.name = name;
    this.#plugin = plugin;
    this.#logger = logger;
    this.#publicFolders = publicFolders;
  }

  apply(compiler: RspackCompiler): void {
    if (this.isFederated) {
      this.#show(compiler);
      addPublicFiles(compiler, this.#publicFolders);
      this.#plugin.apply(compiler);
      this.written.watch(compiler, this.#plugin.options.manifest);
    } else {
      refuseHiddenFederation(compiler, this.name);
    }
  }

  /** Says a line of this environment. */
  say(level: keyof Logger, line: string): void {
    this.#logger[level](this.isOneOfMany ? `${line} (${this.name})` : line);
  }

  /** Rsbuild shows errors of the infrastructure alone: a sealed build would look like one that is not. */
  #show(compiler: RspackCompiler): void {
    let isSaid = false;
    compiler.hooks.infrastructureLog.tap(NAME, (origin, type, [line]) => {
      if (origin !== NAME) return undefined;
      const text = String(line);
      const isSealed = text.startsWith("fedseal: sealed ");
      // Once is enough while somebody develops.
      const isQuiet = isSealed && isSaid && compiler.options.mode === "development";
      isSaid ||= isSealed;
      const level = type === "error" || type === "warn" ? type : type === "info" && !isQuiet ? "info" : "debug";
      this.say(level, text);
      return true;
    });
  }
}

/** Of an environment in whose `plugins` no plugin of Module Federation was found: it must not be there unseen, and unsealed. */
function refuseHiddenFederation(compiler: RspackCompiler, environment: string): void {
  compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation) => {
    const applied = compiler.__internal__builtinPlugins ?? [];
    if (!applied.some(({ name }) => name === "ModuleFederationRuntimePlugin") || isClaimed(compiler)) return;
    const message = `the environment ${JSON.stringify(environment)} has Module Federation, but its plugin is not in the environment's \`plugins\`, so that nothing would be sealed`;
    const help = "Put `new FedsealPlugin()` of `fedseal` into `tools.rspack.plugins` of that environment.";
    const error = new compiler.webpack.WebpackError(textOf(diagnostic("manifest/missing", message, undefined, help)));
    error.name = "FedsealError";
    error.hideStack = true;
    compilation.errors.push(error);
  });
}

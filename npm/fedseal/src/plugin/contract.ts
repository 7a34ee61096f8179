import { posix } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { ContractBuild, Project } from "../contract/build.js";
import type { Compilation, Compiler } from "./bundler.js";
import { type Exposing, exposingInBuild, exposingInConfiguration } from "./find-exposes.js";
import type { ContractOptions } from "./options.js";

const NAME = "FedsealPlugin";

/** Emits the contract of a build beside its manifest; returns what there is to say of it. */
export type EmitContract = (compilation: Compilation, manifest: string) => Promise<Diagnostic[]>;

/** Extracts the contract beside each build of a compiler. */
export function extractContract(compiler: Compiler, options: ContractOptions): EmitContract {
  const logger = compiler.getInfrastructureLogger(NAME);
  let current: ContractBuild | undefined;
  const refresh = refresher(compiler, () => current?.isStale === true);
  // Loaded when it is wanted: it takes a while.
  let loading: Promise<ContractBuild> | undefined;
  const withBuild = (run: (build: ContractBuild) => void) => {
    loading ??= import("../contract/build.js").then(
      ({ ContractBuild }) =>
        new ContractBuild(
          () => projectOf(compiler),
          options,
          (message) => logger.debug(message),
          refresh,
        ),
    );
    loading = loading.then((build) => {
      current = build;
      run(build);
      return build;
    });
    // Told where it is waited for; until then nobody listens.
    loading.catch(() => {});
  };

  /** What the last build exposed: of one that is watched, the next one most likely does so, too. */
  let known: readonly Exposing[] | undefined;
  const begin = () => {
    const remotes = known ?? exposingInConfiguration(compiler);
    const modified = compiler.watchMode ? changesOf(compiler) : undefined;
    withBuild((build) => build.begin(remotes, modified));
  };
  compiler.hooks.beforeRun.tap(NAME, () => {
    known = undefined;
    begin();
  });
  compiler.hooks.watchRun.tap(NAME, begin);
  compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation) => {
    compilation.hooks.finishModules.tap(NAME, (modules) => {
      const remotes = exposingInBuild(compilation, modules) ?? exposingInConfiguration(compiler);
      known = remotes;
      withBuild((build) => build.expose(remotes));
    });
  });
  compiler.hooks.watchClose.tap(NAME, () => withBuild((build) => void build.close()));
  compiler.hooks.shutdown.tapPromise(NAME, async () => (await loading)?.close());

  return async (compilation, manifest) => {
    if (!loading) throw new Error("no modules were built");
    const { bytes, diagnostics, sources } = await (await loading).finish();
    for (const source of sources) compilation.fileDependencies.add(source);
    if (bytes) {
      const { CONTRACT_FILE } = await import("../contract/contract.js");
      const source = new compiler.webpack.sources.RawSource(bytes);
      compilation.emitAsset(posix.join(posix.dirname(manifest), CONTRACT_FILE), source);
    }
    return diagnostics;
  };
}

function projectOf({ options, watchMode }: Compiler): Project {
  const { context, resolve } = options as { context?: string; resolve?: { alias?: unknown } };
  return { context: context ?? process.cwd(), alias: resolve?.alias, isWatching: watchMode === true };
}

/** The files that changed since the last build; undefined where the bundler does not say. */
function changesOf({ modifiedFiles, removedFiles }: Compiler): ReadonlySet<string> | undefined {
  if (!modifiedFiles && !removedFiles) return undefined;
  return new Set([...(modifiedFiles ?? []), ...(removedFiles ?? [])]);
}

/** Has a watching compiler build again where that is needed: at once, or when it has finished the build that is running. */
function refresher(compiler: Compiler, isNeeded: () => boolean): () => void {
  let isBuilding = false;
  const refresh = () => {
    if (!isBuilding && isNeeded()) compiler.watching?.invalidate();
  };
  const end = () => {
    isBuilding = false;
    // By then the bundler is watching again.
    setTimeout(refresh);
  };
  compiler.hooks.watchRun.tap(NAME, () => {
    isBuilding = true;
  });
  compiler.hooks.done.tap(NAME, end);
  compiler.hooks.failed.tap(NAME, end);
  return refresh;
}

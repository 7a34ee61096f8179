import { posix } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { Compilation, Compiler } from "../bundler.js";
import { checkRemoteNames, remoteNames } from "../check-remote-names.js";
import type { Files } from "../files.js";
import { type Federation, namedRemotes, watchFederation } from "../find-federation.js";
import { federationPlugins } from "../find-federation-plugins.js";
import type { EnforceOptions } from "../options.js";
import { checkHost, isServer, LOADER, wireHost } from "./host.js";
import { checkContainers, wireRemote } from "./remote.js";
import { checkRemotes } from "./uncovered.js";

const NAME = "FedsealPlugin";

/** What is built into hosts and remotes, so that seals are enforced. */
export interface Enforcement {
  /** What is missing in a build, or is out of reach, once its files are known. `textOf` reads one of them. */
  check(
    compilation: Compilation,
    files: Files,
    manifests: readonly Manifest[],
    textOf: (file: string) => Buffer,
  ): Diagnostic[];
}

interface Manifest {
  name: string;
  bytes: Buffer;
}

/**
 * Prepares a compiler. Which of its builds are hosts, remotes, or both is known when they have modules: what is applied
 * to a compiler, and by whom, is not looked at.
 */
export function enforce(compiler: Compiler, options: EnforceOptions | undefined): Enforcement {
  const federation = watchFederation(compiler, LOADER);
  wireHost(compiler, options && runtimeOptions(options));
  const remote = wireRemote(compiler, federation);
  requestWithCors(compiler);
  return {
    check(compilation, files, manifests, textOf) {
      const found = federation(compilation);
      if (!found) throw new Error("the modules of the build were never announced");
      const all = manifests.map(({ bytes }) => sidesOf(bytes));
      const own = all.filter((sides) => isOwn(sides, files));
      const isHost =
        options !== undefined || own.some(({ hasExposes, hasRemotes }) => hasRemotes || hasExposes === false);
      return [
        ...checkHost(compiler, found, isHost, options?.signature !== undefined),
        ...checkManifests(found, all),
        ...checkContainers(
          found,
          own.some(({ hasExposes }) => hasExposes === true),
        ),
        ...remote.check(compilation, textOf),
        ...checkRemotes(found.remotes, options),
        ...(options ? checkRemoteNames(options, [...configured(compiler), ...namesOf(found, own)]) : []),
      ];
    },
  };
}

/** What the host's runtime plugin is told. */
function runtimeOptions({ runtimeRemotes: _, ...options }: EnforceOptions): EnforceOptions {
  return options;
}

/** Remotes that the host's code never imports are in its configuration alone. */
function configured(compiler: Compiler): string[] {
  return federationPlugins(compiler).flatMap(({ options }) => remoteNames(options.remotes));
}

function namesOf(found: Federation, manifests: readonly Sides[]): string[] {
  return namedRemotes(found, manifests).flatMap(({ alias, name }) => (name === undefined ? [alias] : [alias, name]));
}

/** Without it, the bundler's loader requests files in a mode in which no browser compares hashes. */
function requestWithCors(compiler: Compiler): void {
  const { output } = compiler.options;
  if (!output || output.crossOriginLoading !== undefined || isServer(compiler)) return;
  output.crossOriginLoading = "anonymous";
  compiler
    .getInfrastructureLogger(NAME)
    .info(
      'fedseal: `output.crossOriginLoading` was not set and is "anonymous" now; the servers of chunks have to send Access-Control-Allow-Origin',
    );
}

/** Each container has a manifest, however it came into the build: what no manifest names, nothing seals. */
function checkManifests({ containers }: Federation, manifests: readonly Sides[]): Diagnostic[] {
  // One that cannot be read may be the one: what is wrong with it is said where it is sealed.
  if (manifests.some(({ name }) => typeof name !== "string")) return [];
  return containers
    .filter((container) => !manifests.some(({ name }) => name === container))
    .map((container) => {
      const message = `no manifest of this build is that of the container ${JSON.stringify(container)}`;
      return diagnostic("manifest/missing", message);
    });
}

/** Of a manifest: what it says that its build is. */
interface Sides {
  name: unknown;
  hasExposes: boolean | undefined;
  hasRemotes: boolean | undefined;
  remotes: { alias?: string; federationContainerName?: string; entry?: string }[];
  /** The file of its entry; a host has none. */
  entry: string | undefined;
}

function sidesOf(bytes: Buffer): Sides {
  // biome-ignore lint/suspicious/noExplicitAny: JSON of whoever wrote it; what is wrong with it is said where it is read strictly
  let manifest: any;
  try {
    manifest = JSON.parse(bytes.toString());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const { path, name } = manifest?.metaData?.remoteEntry ?? {};
  return {
    name: manifest?.name,
    hasExposes: isFilled(manifest?.exposes),
    hasRemotes: isFilled(manifest?.remotes),
    remotes: isFilled(manifest?.remotes) ? manifest.remotes : [],
    entry: typeof name === "string" && name !== "" ? posix.join(typeof path === "string" ? path : "", name) : undefined,
  };
}

/** A manifest whose entry the build only copied belongs to another build, which has enforced it or not. */
function isOwn({ entry }: Sides, files: Files): boolean {
  return entry === undefined || files.isOfChunk(entry);
}

function isFilled(value: unknown): boolean | undefined {
  return Array.isArray(value) ? value.length > 0 : undefined;
}

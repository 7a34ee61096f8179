import { builtinModules, createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { fedsealError } from "../errors.js";
import type { FileLimits, RemoteInfo } from "../host-plugin.js";
import { registry } from "../page-registry.js";
import { verifiedFileSystem } from "./file-system.js";
import { importVerified } from "./run-esm.js";
import { refuse, type Source, verifiedBytes } from "./verified.js";

/** What a remote's entry exports. */
type Container = Record<string, unknown>;

/** Entry URL and hashes → container: the same bytes are run once. */
const containers = new Map<string, Promise<unknown>>();

/**
 * Runs the entry of a sealed remote, from the bytes that were hashed, and lets it load its chunks in no other way. The
 * limits hold for its chunks, too, as long as the process runs.
 *
 * @throws ERR_FEDSEAL_INTEGRITY_MISMATCH, _UNSEALED, _UNSUPPORTED, what fetching throws, and what the entry throws.
 */
export function execute(remote: RemoteInfo, limits: FileLimits): Promise<unknown> {
  const key = `${remote.entry} ${registry().find(remote.entry)?.join(" ")}`;
  let loading = containers.get(key);
  if (!loading) {
    const module = remote.type === "module" || remote.type === "esm";
    const source = { names: [remote.name, remote.alias], limits };
    loading = module ? importVerified(remote.entry, source) : run(remote, source, () => containers.delete(key));
    containers.set(key, loading);
    loading.catch(() => containers.delete(key));
  }
  return loading;
}

async function run(remote: RemoteInfo, source: Source, failed: () => void): Promise<unknown> {
  const code = new TextDecoder().decode(await verifiedBytes(remote.entry, source));
  const files = verifiedFileSystem(remote.entry, source, failed);
  // `target: "node"` requires its chunks, and require does not wait.
  if (/\brequire\(\s*["'`]\.{1,2}\//.test(code)) await files.readAll();

  const own = createRequire(path.join(process.cwd(), "fedseal.cjs"));
  const loaded = new Map<string, { exports: Container }>();
  const requireFrom = (folder: string) =>
    Object.assign(
      (name: string): unknown => {
        if (name === "fs" || name === "node:fs") return files.fs;
        if (name === "fs/promises" || name === "node:fs/promises") return files.fs.promises;
        if (!name.startsWith(".") && !files.owns(name)) return own(name);
        const file = path.resolve(folder, name);
        const known = loaded.get(file);
        if (known) return known.exports;
        const text = files.fs.readFileSync(file, "utf8") as string;
        const module = { exports: {} as Container };
        loaded.set(file, module);
        try {
          if (file.endsWith(".json")) module.exports = JSON.parse(text);
          else
            compile(text, file, files.urlOf(file))(
              module.exports,
              module,
              requireFrom(path.dirname(file)),
              path.dirname(file),
              file,
            );
        } catch (thrown) {
          loaded.delete(file);
          throw thrown;
        }
        return module.exports;
      },
      { resolve: own.resolve, cache: own.cache, main: undefined },
    );

  const module = { exports: {} as Container };
  const entry = files.pathOf(remote.entry);
  const folder = path.dirname(entry);
  compile(code, entry, remote.entry)(module.exports, module, requireFrom(folder), folder, entry);
  const exported = module.exports;
  const named = remote.entryGlobalName === undefined ? undefined : exported[remote.entryGlobalName];
  const container = named ?? exported;
  if (typeof (container as Container | undefined)?.get === "function") return container;
  throw fedsealError(
    "ERR_FEDSEAL_UNSUPPORTED",
    remote.entry,
    'exports no container. Servers load remotes of the library type "commonjs-module" or "module"; give the remote a build for servers, and its manifest an ssrRemoteEntry.',
    { remote: remote.name },
  );
}

type Body = (
  exports: Container,
  module: { exports: Container },
  require: unknown,
  dirname: string,
  filename: string,
) => void;

function compile(code: string, filename: string, url: string): Body {
  return new vm.Script(`(function(exports, module, require, __dirname, __filename) {${code}\n})`, {
    filename,
    // Built-in modules and packages of this process; a remote's own files do not have URLs here.
    importModuleDynamically: (specifier: string) => {
      if (builtinModules.includes(specifier.replace(/^node:/, ""))) return import(specifier) as never;
      return refuse(
        fedsealError("ERR_FEDSEAL_UNSUPPORTED", url, `imports ${specifier}, which was not sealed with it.`),
      );
    },
  }).runInThisContext() as Body;
}

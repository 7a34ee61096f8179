import { builtinModules, createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { fedsealError } from "../errors.js";
import { withoutQuery } from "../manifest.js";
import { registry } from "../page-registry.js";
import { type Source, verifiedBytes } from "./verified.js";

/** URL and hashes → module. A graph is linked as a whole: what one import waits for, another would find half done. */
const modules = new Map<string, vm.Module>();
const linking = new Map<string, Promise<unknown>>();

/**
 * Imports an ES module remote from verified bytes, and everything that it imports in turn.
 *
 * @throws ERR_FEDSEAL_UNSUPPORTED without `--experimental-vm-modules`: Node has no other way to run a module from bytes.
 */
export async function importVerified(url: string, source: Source): Promise<unknown> {
  if (typeof vm.SourceTextModule !== "function") {
    throw fedsealError(
      "ERR_FEDSEAL_UNSUPPORTED",
      url,
      'is an ES module remote, and Node runs modules from verified bytes only when it is started with --experimental-vm-modules. Or give the remote a "commonjs-module" build as its ssrRemoteEntry.',
    );
  }
  const { origin } = new URL(url);
  const linked = (linking.get(origin) ?? Promise.resolve()).then(() => link(url, source));
  // One after the other of a server; evaluating is not part of it, and may import more.
  linking.set(
    origin,
    linked.catch(() => undefined),
  );
  const module = await linked;
  await module.evaluate();
  return module.namespace;
}

async function link(url: string, source: Source): Promise<vm.Module> {
  const made: string[] = [];
  try {
    const module = await moduleOf(url, made, source);
    if (module.status === "unlinked")
      await module.link((specifier, { identifier }) => resolve(specifier, identifier, made, source));
    return module;
  } catch (thrown) {
    // Half a graph cannot be linked again.
    for (const key of made) modules.delete(key);
    throw thrown;
  }
}

async function moduleOf(url: string, made: string[], source: Source): Promise<vm.Module> {
  const key = `${withoutQuery(url)} ${registry().find(url)?.join(" ")}`;
  const known = modules.get(key);
  if (known && known.status !== "errored") return known;
  const bytes = await verifiedBytes(url, source);
  // Another branch of the graph may have been faster.
  const other = modules.get(key);
  if (other && other !== known) return other;
  const module = new vm.SourceTextModule(new TextDecoder().decode(bytes), {
    identifier: url,
    initializeImportMeta: (meta) => {
      meta.url = url;
    },
    importModuleDynamically: async (specifier) => {
      if (isRemote(specifier)) return (await importVerified(new URL(specifier, url).href, source)) as vm.Module;
      const module = await installed(specifier);
      await module.link(() => module);
      await module.evaluate();
      return module;
    },
  });
  modules.set(key, module);
  made.push(key);
  return module;
}

function resolve(specifier: string, from: string, made: string[], source: Source): Promise<vm.Module> {
  return isRemote(specifier) ? moduleOf(new URL(specifier, from).href, made, source) : installed(specifier);
}

function isRemote(specifier: string): boolean {
  return !specifier.startsWith("node:") && /^(\.{0,2}\/|[a-z][a-z0-9+.-]*:)/i.test(specifier);
}

/** A package or built-in module of this process. */
async function installed(specifier: string): Promise<vm.Module> {
  const builtIn = builtinModules.includes(specifier.replace(/^node:/, ""));
  const require = createRequire(path.join(process.cwd(), "fedseal.cjs"));
  const name = builtIn ? specifier : pathToFileURL(require.resolve(specifier)).href;
  const exported: Record<string, unknown> = await import(name);
  const names = Object.keys(exported);
  return new vm.SyntheticModule(names, function () {
    for (const one of names) this.setExport(one, exported[one]);
  });
}

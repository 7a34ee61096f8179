import { builtinModules, createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { fedsealError } from "../errors.js";
import { withoutQuery } from "../manifest.js";
import { registry } from "../registry.js";
import { verifiedBytes } from "./verified.js";

const modules = new Map<string, Promise<vm.Module>>();

/**
 * Imports an ES module remote from verified bytes, and everything that it imports in turn.
 *
 * @throws ERR_FEDSEAL_UNSUPPORTED without `--experimental-vm-modules`: Node has no other way to run a module from bytes.
 */
export async function importVerified(url: string): Promise<unknown> {
  if (typeof vm.SourceTextModule !== "function") {
    throw fedsealError(
      "ERR_FEDSEAL_UNSUPPORTED",
      url,
      'is an ES module remote, and Node runs modules from verified bytes only when it is started with --experimental-vm-modules. Or give the remote a "commonjs-module" build as its ssrRemoteEntry.',
    );
  }
  return (await evaluated(await moduleOf(url))).namespace;
}

function moduleOf(url: string): Promise<vm.Module> {
  const key = `${withoutQuery(url)} ${registry().find(url)?.join(" ")}`;
  let loading = modules.get(key);
  if (!loading) {
    loading = verifiedBytes(url).then(
      (bytes) =>
        new vm.SourceTextModule(new TextDecoder().decode(bytes), {
          identifier: url,
          initializeImportMeta: (meta) => {
            meta.url = url;
          },
          importModuleDynamically: async (specifier) => evaluated(await resolve(specifier, url)),
        }),
    );
    modules.set(key, loading);
    loading.catch(() => modules.delete(key));
  }
  return loading;
}

async function evaluated(module: vm.Module): Promise<vm.Module> {
  if (module.status === "unlinked") await module.link((specifier) => resolve(specifier, module.identifier));
  await module.evaluate();
  return module;
}

async function resolve(specifier: string, from: string): Promise<vm.Module> {
  const bare = !/^(\.{0,2}\/|[a-z][a-z0-9+.-]*:)/i.test(specifier);
  if (!bare && !specifier.startsWith("node:")) return moduleOf(new URL(specifier, from).href);
  const known = builtinModules.includes(specifier.replace(/^node:/, ""));
  const require = createRequire(path.join(process.cwd(), "fedseal.cjs"));
  const exported: Record<string, unknown> = await import(
    known ? specifier : pathToFileURL(require.resolve(specifier)).href
  );
  const names = Object.keys(exported);
  return new vm.SyntheticModule(names, function () {
    for (const name of names) this.setExport(name, exported[name]);
  });
}

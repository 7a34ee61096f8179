import { remoteInfosIn } from "../find-federation.js";
import { type LoaderQuery, pluginFile, signatureFile } from "./host.js";

/** What a loader has as `this`, as far as it is used here. */
interface LoaderContext {
  query: string;
  _compiler: { __internal__builtinPlugins?: unknown };
}

/** Where Rspack's module has its list of runtime plugins, and goes on. */
const RSPACK = "const __module_federation_remote_infos__";

/** A loader for the module that starts Module Federation's runtime: adds fedseal's runtime plugin to its plugins. */
export default function enforce(this: LoaderContext, source: string): string {
  const query: LoaderQuery = JSON.parse(decodeURIComponent(this.query.slice(1)));
  const request = pluginFile(query.server, query.modules).replaceAll("\\", "/");
  if (source.includes(request)) return source;
  const { start, plugin } = codeOf(request, query);
  if (source.includes(RSPACK)) {
    if (!query.told && isOnlyRemote(this._compiler, source)) return source;
    return start + source.replace(RSPACK, () => `__module_federation_runtime_plugins__.push(${plugin});${RSPACK}`);
  }
  // Neither bundler's module: left alone, and the check of the finished build says so.
  if (!source.includes(".bundlerRuntime.init(")) return source;
  const init = "__webpack_require__.federation.initOptions";
  return `${start}${init}.plugins = (${init}.plugins || []).concat(${plugin});\n${source}`;
}

/** The import of fedseal's plugin, and the expression that makes it. */
function codeOf(request: string, { parameters, signature }: LoaderQuery): { start: string; plugin: string } {
  const start = `import fedseal from ${JSON.stringify(request)};\n`;
  const options = JSON.stringify(parameters);
  if (!signature) return { start, plugin: `fedseal(${options})` };
  const file = JSON.stringify(signatureFile().replaceAll("\\", "/"));
  return {
    start: `${start}import { checksOf } from ${file};\n`,
    plugin: `fedseal({ ...${options}, signature: checksOf(${JSON.stringify(signature)}) })`,
  };
}

/**
 * Whether a build on Rspack exposes modules and has no remotes. Where that cannot be told, it is a host: a few kilobytes
 * too many in a remote do no harm.
 */
function isOnlyRemote({ __internal__builtinPlugins: plugins }: LoaderContext["_compiler"], source: string): boolean {
  const remotes = remoteInfosIn(source);
  if (!remotes || Object.keys(remotes).length > 0 || !Array.isArray(plugins)) return false;
  const isApplied = (name: string) => plugins.some((plugin: { name?: unknown }) => plugin?.name === name);
  return isApplied("ContainerPlugin") && !isApplied("ContainerReferencePlugin");
}

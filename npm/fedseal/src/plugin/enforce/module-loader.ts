import type { Compilation, Compiler } from "../bundler.js";
import { isRspack } from "../find-federation-plugins.js";
import { KNOWN, REGISTRY } from "./registry-name.js";

/** The expression of a chunk's URL as the bundler's own loader imports it; `file` is the name of its file. */
export function placeOf(compiler: Compiler, compilation: Compilation, chunk: object): string {
  const { publicPath } = compiler.options.output;
  // webpack glues an absolute public path to the name, Rspack never does.
  const built = !isRspack(compiler) && publicPath !== "auto";
  const template = compiler.webpack.javascript.JavascriptModulesPlugin.getChunkFilenameTemplate(
    chunk,
    compilation.outputOptions,
  );
  const name = compilation.getPath(template, { chunk, contentHashType: "javascript" });
  const up = "../".repeat(name.split("/").length - 1) || "./";
  return built ? `${compiler.webpack.RuntimeGlobals.publicPath} + file` : `${JSON.stringify(up)} + file`;
}

/**
 * Chunks that are imported as modules have no element. The page's import map has their hashes; what is left to do is to
 * ask whether there is one for the URL that is really imported, and to say why an import failed, which no browser does.
 */
function lines(place: string): string[] {
  return [
    "var url = function (file) {",
    `  return new URL(${place}, import.meta.url).href;`,
    "};",
    "var refused = function (at) {",
    `  return ${KNOWN} && ${REGISTRY}(at, import.meta.url);`,
    "};",
    "var watch = function (loading, at) {",
    "  loading.catch(function (error) {",
    `    ${KNOWN} && error instanceof Error && ${REGISTRY}(error, import.meta.url, at);`,
    "  });",
    "  return loading;",
    "};",
  ];
}

/** Around the handler that imports a chunk: it asks for the name of the file exactly when it imports it. */
export function askBeforeLoading({ webpack }: Compiler, place: string): string[] {
  const { ensureChunkHandlers, getChunkScriptFilename } = webpack.RuntimeGlobals;
  return [
    ...lines(place),
    `var load = ${ensureChunkHandlers}.j;`,
    `if (load) ${ensureChunkHandlers}.j = function (id, promises) {`,
    `  var nameOf = ${getChunkScriptFilename}, before = promises.length, at, error;`,
    `  ${getChunkScriptFilename} = function () {`,
    "    var file = nameOf.apply(this, arguments);",
    "    at = url(file);",
    "    error = refused(at);",
    "    if (error) throw error;",
    "    return file;",
    "  };",
    "  try {",
    "    load.apply(this, arguments);",
    "  } catch (thrown) {",
    "    if (thrown !== error) throw thrown;",
    "    promises.push(Promise.reject(error));",
    "  } finally {",
    `    ${getChunkScriptFilename} = nameOf;`,
    "  }",
    "  if (at && !error) promises.slice(before).forEach(function (loading) { watch(loading, at); });",
    "};",
  ];
}

/** Around webpack's loader of chunks whose `import()` stands in the code itself, by the URL from before a hot update. */
export function askBeforeImport({ webpack }: Compiler, place: string, isHot: boolean): string[] {
  const { analyzableChunkImport, getChunkScriptFilename } = webpack.RuntimeGlobals;
  const loading = isHot ? 'at.includes("?") ? import(at) : importChunk()' : "importChunk()";
  return [
    ...lines(place),
    `var load = ${analyzableChunkImport};`,
    `${analyzableChunkImport} = function (id, importChunk) {`,
    "  return load.call(this, id, function () {",
    `    var at = url(${getChunkScriptFilename}(id)), error = refused(at);`,
    `    return error ? Promise.reject(error) : watch(${loading}, at);`,
    "  });",
    "};",
  ];
}

/**
 * Before a hot update is imported, which no handler is asked for. Afterwards chunks get URLs of their own: under the old
 * ones the page's import map holds them to the hashes that they had before the edit.
 */
export function askBeforeUpdating({ webpack }: Compiler): string[] {
  const { getChunkScriptFilename, getChunkUpdateScriptFilename, getFullHash, getUpdateManifestFilename, publicPath } =
    webpack.RuntimeGlobals;
  const names = [getUpdateManifestFilename, getChunkUpdateScriptFilename];
  return [
    "var asking = function (nameOf) {",
    "  return function () {",
    "    var file = nameOf.apply(this, arguments);",
    `    var at = new URL(${publicPath} + file, import.meta.url).href;`,
    `    var error = ${KNOWN} && ${REGISTRY}(at, import.meta.url);`,
    "    if (error) throw error;",
    "    return file;",
    "  };",
    "};",
    ...names.map((name) => `${name} = asking(${name});`),
    `var chunkOf = ${getChunkScriptFilename}, built = ${getFullHash}();`,
    `${getChunkScriptFilename} = function () {`,
    "  var file = chunkOf.apply(this, arguments);",
    `  return ${getFullHash}() === built ? file : file + "?" + ${getFullHash}();`,
    "};",
  ];
}

import { pluginFile } from "./host.js";

/** What a webpack loader has as `this`, as far as it is used here. */
interface LoaderContext {
  query: string;
}

/**
 * A webpack loader for the module that starts Module Federation's runtime: registers fedseal's runtime plugin there, for
 * configurations in which Module Federation has read its `runtimePlugins` before fedseal could add to them.
 */
export default function enforce(this: LoaderContext, source: string): string {
  const { server, parameters } = JSON.parse(decodeURIComponent(this.query.slice(1)));
  const request = pluginFile(server).replaceAll("\\", "/");
  if (source.includes(request)) return source;
  const init = "__webpack_require__.federation.initOptions";
  return [
    `import fedseal from ${JSON.stringify(request)};`,
    `${init}.plugins = (${init}.plugins || []).concat(fedseal(${JSON.stringify(parameters)}));`,
    source,
  ].join("\n");
}

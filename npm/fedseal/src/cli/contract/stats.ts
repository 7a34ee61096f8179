import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";

/** What the statistics of a build say about its remote. */
export interface Stats {
  name: string;
  /** Expose → source; undefined where the statistics do not name it. */
  exposes: Map<string, string | undefined>;
}

/** Where vite-plugin-federation writes what its statistics leave out. */
const DEBUG = "mf-debug.json";

/** Reads `mf-stats.json` of the project in a folder; a text says what is wrong. */
export function readStats(path: string, root: string): Stats | string {
  const value = json(path);
  if (typeof value === "string") return value;
  const { name, exposes, assetAnalysis } = value as { name?: unknown; exposes?: unknown; assetAnalysis?: unknown };
  if (typeof name !== "string" || !Array.isArray(exposes)) return "it has no `name` and `exposes`";
  const debug = join(dirname(path), DEBUG);
  const imports = existsSync(debug) ? importsOf(json(debug), name) : new Map<string, string>();
  const read: Stats["exposes"] = new Map();
  for (const one of exposes as { path?: unknown; file?: unknown; assets?: unknown }[]) {
    if (typeof one?.path !== "string") return "an expose has no `path`";
    read.set(one.path, fileOf(one.file, root) ?? imports.get(one.path) ?? analysedAs(one.assets, assetAnalysis));
  }
  return { name, exposes: read };
}

function json(path: string): object | string {
  try {
    return (JSON.parse(readFileSync(path, "utf8")) as object | null) ?? {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return `it is not JSON (${error.message})`;
  }
}

/** Rspack's and webpack's plugins name the source, and of a module with styles at times the style sheet of that name. */
function fileOf(file: unknown, root: string): string | undefined {
  // An exposed package has the file `""`.
  if (typeof file !== "string" || file === "") return undefined;
  const [, stem] = /^(.*[^/])\.(?:css|scss|sass|less|styl)$/.exec(file) ?? [];
  const endings = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"];
  const isModule = stem !== undefined && endings.some((ending) => existsSync(join(root, `${stem}.${ending}`)));
  return isModule ? stem : file;
}

/** `exposes` of vite-plugin-federation's debug file, where it is of the same build. */
function importsOf(debug: object | string, name: string): Map<string, string> {
  const { exposes, snapshot } = debug as { exposes?: unknown; snapshot?: { name?: unknown } };
  if (!Array.isArray(exposes) || snapshot?.name !== name) return new Map();
  const all = exposes as { name?: unknown; import?: unknown }[];
  return new Map(
    all.flatMap((one) =>
      typeof one?.name === "string" && typeof one.import === "string" ? [[one.name, one.import] as const] : [],
    ),
  );
}

/**
 * `@module-federation/vite` gives an expose the files of its source in `assetAnalysis`, and does not say which source that
 * was. The one with the same files is it, if there is no other.
 */
function analysedAs(assets: unknown, analysis: unknown): string | undefined {
  if (typeof analysis !== "object" || analysis === null) return undefined;
  const { js } = (assets ?? {}) as { js?: { sync?: unknown } };
  if (!Array.isArray(js?.sync) || js.sync.length === 0) return undefined;
  const same = Object.entries(analysis).filter(([, files]) => isDeepStrictEqual(files, assets));
  return same.length === 1 ? same[0]?.[0] : undefined;
}

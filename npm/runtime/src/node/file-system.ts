import fs from "node:fs";
import path from "node:path";
import { fedsealError } from "../errors.js";
import { withoutQuery } from "../manifest.js";
import { registry, unlisted } from "../page-registry.js";
import { refuse, type Source, verifiedBytes } from "./verified.js";

/**
 * A folder that exists nowhere: the chunk loaders of bundles for servers read their chunks from files, and find the
 * remote's verified files there. Every other path is the real file system's.
 */
export interface VerifiedFileSystem {
  /** `node:fs` for the remote. */
  fs: Record<string, unknown> & {
    readFileSync(file: unknown, options?: unknown): unknown;
    promises: Record<string, unknown>;
  };
  /** Whether a path is in that folder, or a URL below the remote's. */
  owns(pathOrUrl: string): boolean;
  /** Where a URL stands in that folder. */
  pathOf(url: string): string;
  /** The URL of a path in that folder. */
  urlOf(file: string): string;
  /** Fetches and verifies every other script of the remote, for those who cannot wait. */
  readAll(): Promise<void>;
}

/** Entry → the files that its own manifest lists. */
export const listed = new Map<string, readonly string[]>();

/** `failed` is called when a file was refused, for what remembers the remote. */
export function verifiedFileSystem(entry: string, source: Source, failed: () => void): VerifiedFileSystem {
  const { origin } = new URL(entry);
  // Whatever a remote's paths come to, they stay below the first of these: `..` is led back by a folder as deep as can be.
  const every = path.resolve(path.sep, "fedseal");
  const root = path.join(every, ...Array<string>(64).fill("-"), encodeURIComponent(origin));
  const base = entry.slice(0, entry.lastIndexOf("/") + 1);
  const ready = new Map<string, Buffer>();
  const inside = (file: unknown): file is string =>
    typeof file === "string" && path.resolve(file).startsWith(every + path.sep);
  const urlOf = (file: string) => {
    const resolved = path.resolve(file);
    if (!resolved.startsWith(root + path.sep)) return refuse(unlisted(resolved, source.names));
    return withoutQuery(origin + resolved.slice(root.length).split(path.sep).join("/"));
  };
  const read = async (file: string) => {
    try {
      return Buffer.from(await verifiedBytes(urlOf(file), source));
    } catch (thrown) {
      // Bundles remember a chunk that failed for good.
      failed();
      throw thrown;
    }
  };
  const encoded = (bytes: Buffer, options: unknown) => {
    const encoding = typeof options === "string" ? options : (options as { encoding?: unknown } | undefined)?.encoding;
    return typeof encoding === "string" ? bytes.toString(encoding as BufferEncoding) : bytes;
  };

  const own = {
    // All of them: what is not sealed is refused when it is read, and not looked for elsewhere.
    existsSync: (file: unknown) => inside(file) || fs.existsSync(file as string),
    readFileSync(file: unknown, options?: unknown) {
      if (!inside(file)) return fs.readFileSync(file as string, options as "utf8");
      const url = urlOf(file);
      const bytes = ready.get(url);
      if (bytes) return encoded(bytes, options);
      if (!registry().find(url)) refuse(unlisted(url, source.names));
      const why =
        'is read before it is verified, and there is no time to wait: build the remote with `target: "async-node"`.';
      refuse(fedsealError("ERR_FEDSEAL_UNSUPPORTED", url, why, { remote: source.names[0] }));
    },
    readFile(file: unknown, ...rest: unknown[]) {
      const done = rest.at(-1) as (error: unknown, data?: unknown) => void;
      if (typeof done !== "function") throw new TypeError("readFile needs a callback");
      if (!inside(file)) return (fs.readFile as (...all: unknown[]) => void)(file, ...rest);
      read(file).then(
        (bytes) => done(null, encoded(bytes, rest.length > 1 ? rest[0] : undefined)),
        (error) => done(error),
      );
    },
  };
  const promises = {
    ...fs.promises,
    readFile: async (file: unknown, options?: unknown) =>
      inside(file) ? encoded(await read(file), options) : fs.promises.readFile(file as string, options as "utf8"),
  };
  return {
    fs: { ...fs, ...own, promises },
    owns: (pathOrUrl) => (pathOrUrl.includes("://") ? withoutQuery(pathOrUrl).startsWith(base) : inside(pathOrUrl)),
    pathOf(url) {
      const parts = new URL(url).pathname.split("/").map(decodeURIComponent);
      if (parts.some((part) => /[\\/]|^\.\.?$/.test(part))) refuse(unlisted(url, source.names));
      return path.join(root, ...parts);
    },
    urlOf,
    async readAll() {
      const scripts = (listed.get(entry) ?? []).filter((url) => url !== entry && /\.(c?js|json)$/.test(url));
      await Promise.all(scripts.map(async (url) => ready.set(url, Buffer.from(await verifiedBytes(url, source)))));
    },
  };
}

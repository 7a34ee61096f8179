import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, manifestOf } from "../folders.ts";
import type { Kind } from "./apps.ts";
import type { Answer, Tamper } from "./server.ts";

/** The files of the remote under test, by the part they play. */
export interface Files {
  remoteEntry: string;
  sync: string;
  lazy: string;
  shared: string;
  style?: string;
  lazyStyle?: string;
}

export function filesOf(remote: string): Files {
  const names = Object.keys(manifestOf(remote).integrity);
  const find = (pattern: RegExp) => {
    const found = names.filter((name) => pattern.test(name));
    if (found.length !== 1) throw new Error(`${pattern} finds ${found.length} of ${names}`);
    return found[0] as string;
  };
  const styles = names.some((name) => name.endsWith(".css"));
  return {
    remoteEntry: "remoteEntry.js",
    sync: find(/(Panel|greet_js).*\.js$/),
    lazy: find(/details_js.*\.js$/),
    shared: find(/react_index_js.*\.js$/),
    ...(styles && { style: find(/Panel.*\.css$/), lazyStyle: find(/details_js.*\.css$/) }),
  };
}

/** What is to happen. */
export interface Expected {
  /** Codes, one of which has to be told, or none at all: then the remote has to work. */
  codes: string[];
  /** What the message has to name. */
  names?: string;
  /** The rest of the remote may go on: without the style, or with a second answer that is the sealed one. */
  mayWork?: boolean;
}

export interface Cell {
  name: string;
  /** Not for Node: there are no styles. */
  page?: boolean;
  expected(files: Files): Expected;
  /** `foreign` is where another server has the same files. */
  tamper(files: Files, remote: string, foreign: string): Tamper;
}

/** Code that says it ran, at the end of a file that otherwise works: the loader notices nothing. */
export function evil(path: string, body: Buffer): Buffer {
  const addition = path.endsWith(".css")
    ? ":root{--evil:1}"
    : "\n;globalThis.__EVIL__ = (globalThis.__EVIL__ || 0) + 1;\n";
  return Buffer.concat([body, Buffer.from(addition)]);
}

const MISMATCH = ["ERR_FEDSEAL_INTEGRITY_MISMATCH"];
const UNSEALED = ["ERR_FEDSEAL_UNSEALED"];

function changed(name: string, part: keyof Files): Cell {
  return {
    name,
    page: part.toLowerCase().includes("style"),
    expected: (files) => ({ codes: MISMATCH, names: files[part] as string, mayWork: part === "style" }),
    tamper: (files) => (path, body) =>
      body && path.endsWith(files[part] as string) ? { body: evil(path, body) } : undefined,
  };
}

/** Changes the manifest, and the file that it then no longer protects. */
function rewritten(
  name: string,
  part: keyof Files,
  codes: string[],
  change: (manifest: Manifest, file: string, files: Files) => void,
  { tampered = true } = {},
): Cell {
  return {
    name,
    expected: (files) => ({ codes, names: files[part] as string }),
    tamper: (files, remote) => {
      const manifest = manifestOf(remote);
      change(manifest, files[part] as string, files);
      const body = JSON.stringify(manifest);
      return (path, bytes): Answer | undefined => {
        if (path.endsWith("mf-manifest.json")) return { body };
        return tampered && bytes && path.endsWith(files[part] as string) ? { body: evil(path, bytes) } : undefined;
      };
    },
  };
}

/** The matrix of the acceptance: what is tampered with. */
export const CELLS: Cell[] = [
  changed("remoteEntry changed", "remoteEntry"),
  changed("sync chunk changed", "sync"),
  changed("async chunk changed", "lazy"),
  changed("shared chunk changed", "shared"),
  changed("style changed", "style"),
  changed("lazy style changed", "lazyStyle"),
  rewritten(
    "the manifest's hash changed",
    "sync",
    MISMATCH,
    (manifest, file, { shared }) => {
      // A well-formed hash, of another file.
      each(manifest, file, (entry) => {
        entry.integrity = manifest.integrity[shared];
        delete entry.contentHash;
      });
      manifest.integrity[file] = manifest.integrity[shared];
    },
    { tampered: false },
  ),
  rewritten("a hash removed", "sync", UNSEALED, (manifest, file) => {
    each(manifest, file, (entry) => {
      delete entry.integrity;
      delete entry.contentHash;
    });
    delete manifest.integrity[file];
  }),
  rewritten("the entry's hash removed", "remoteEntry", UNSEALED, (manifest, file) => {
    delete manifest.metaData.remoteEntry.integrity;
    delete manifest.metaData.remoteEntry.contentHash;
    delete manifest.integrity[file];
  }),
  rewritten("an entry turned into a string", "sync", UNSEALED, (manifest, file) => {
    each(manifest, file, () => file);
    delete manifest.integrity[file];
  }),
  rewritten(
    "two entries swapped",
    "sync",
    ["ERR_FEDSEAL_INTEGRITY_MISMATCH"],
    (manifest, file, { lazy }) => {
      const [one, other] = [manifest.integrity[file], manifest.integrity[lazy]];
      for (const [name, integrity] of [
        [file, other],
        [lazy, one],
      ] as const) {
        manifest.integrity[name] = integrity;
        each(manifest, name, (entry) => {
          entry.integrity = integrity;
          delete entry.contentHash;
        });
      }
    },
    { tampered: false },
  ),
  rewritten(
    "two entries swapped, not in the closure",
    "sync",
    ["ERR_FEDSEAL_METADATA_MALFORMED"],
    (manifest, file, { shared }) => {
      each(manifest, file, (entry) => {
        entry.integrity = manifest.integrity[shared];
      });
    },
  ),
  rewritten("an unlisted chunk", "lazy", UNSEALED, (manifest, file) => {
    each(manifest, file, () => undefined);
    delete manifest.integrity[file];
  }),
  rewritten("an unknown algorithm", "sync", UNSEALED, (manifest, file) => {
    each(manifest, file, (entry) => {
      entry.integrity = `sha999-${"A".repeat(64)}`;
      delete entry.contentHash;
    });
    manifest.integrity[file] = `sha999-${"A".repeat(64)}`;
  }),
  rewritten("an empty hash", "sync", ["ERR_FEDSEAL_METADATA_MALFORMED"], (manifest, file) => {
    each(manifest, file, (entry) => {
      entry.integrity = "";
      delete entry.contentHash;
    });
    manifest.integrity[file] = "";
  }),
  rewritten(
    "two hashes in one, either of which would do",
    "sync",
    ["ERR_FEDSEAL_METADATA_MALFORMED"],
    (manifest, file, { shared }) => {
      each(manifest, file, (entry) => {
        entry.integrity = `${entry.integrity} ${manifest.integrity[shared]}`;
        delete entry.contentHash;
      });
      manifest.integrity[file] = `${manifest.integrity[file]} ${manifest.integrity[shared]}`;
    },
  ),
  {
    name: "no closure",
    expected: () => ({ codes: UNSEALED, names: "mf-manifest.json" }),
    tamper: ({ lazy }, remote) => {
      const { integrity, ...manifest } = manifestOf(remote);
      void integrity;
      return (path, body) => {
        if (path.endsWith("mf-manifest.json")) return { body: JSON.stringify(manifest) };
        return body && path.endsWith(lazy) ? { body: evil(path, body) } : undefined;
      };
    },
  },
  {
    name: "a public path that is code",
    expected: () => ({ codes: UNSEALED, names: "getPublicPath" }),
    tamper: (_files, remote) => {
      const manifest = manifestOf(remote);
      delete manifest.metaData.publicPath;
      manifest.metaData.getPublicPath = "globalThis.__EVIL__ = 1; return '/'";
      return (path) => (path.endsWith("mf-manifest.json") ? { body: JSON.stringify(manifest) } : undefined);
    },
  },
  {
    name: "a base on a foreign origin",
    expected: () => ({ codes: ["ERR_FEDSEAL_ORIGIN"], names: "origins" }),
    tamper: (_files, remote, foreign) => {
      const manifest = manifestOf(remote);
      manifest.metaData.publicPath = `${foreign}/`;
      return (path) => (path.endsWith("mf-manifest.json") ? { body: JSON.stringify(manifest) } : undefined);
    },
  },
  {
    name: "a redirect to a foreign origin",
    expected: () => ({ codes: ["ERR_FEDSEAL_REDIRECT"], names: "mf-manifest.json" }),
    tamper: (_files, _remote, foreign) => (path) =>
      path.endsWith("mf-manifest.json")
        ? { status: 302, headers: { location: `${foreign}/mf-manifest.json` } }
        : undefined,
  },
  {
    name: "a manifest of another protocol",
    expected: () => ({ codes: ["ERR_FEDSEAL_SCHEMA_VERSION"], names: "2.0.0" }),
    tamper: (_files, remote) => {
      const body = JSON.stringify({ ...manifestOf(remote), schemaVersion: "2.0.0" });
      return (path) => (path.endsWith("mf-manifest.json") ? { body } : undefined);
    },
  },
  {
    name: "an index page in place of the manifest",
    expected: () => ({ codes: ["ERR_FEDSEAL_MANIFEST_INVALID"], names: "mf-manifest.json" }),
    tamper: () => (path) =>
      path.endsWith("mf-manifest.json")
        ? { body: "<!doctype html>", headers: { "content-type": "text/html" } }
        : undefined,
  },
  {
    name: "no manifest",
    expected: () => ({ codes: ["ERR_FEDSEAL_FETCH"], names: "mf-manifest.json" }),
    tamper: () => (path) => (path.endsWith("mf-manifest.json") ? { status: 404, body: "" } : undefined),
  },
  {
    // Whoever fetches, compares, and lets somebody else fetch again, runs the second answer.
    name: "a good first answer and an evil second",
    expected: () => ({ codes: [] }),
    tamper: () => (path, body, nth) =>
      nth > 1 && body && /\.(js|css)$/.test(path) ? { body: evil(path, body) } : undefined,
  },
  {
    // By the time that somebody looks, the file is the sealed one: of an import that failed, nobody can tell why.
    name: "an evil first answer and a good second",
    expected: (files) => ({ codes: [...MISMATCH, "ERR_FEDSEAL_FETCH"], names: files.sync, mayWork: true }),
    tamper:
      ({ sync }) =>
      (path, body, nth) =>
        nth === 1 && body && path.endsWith(sync) ? { body: evil(path, body) } : undefined,
  },
];

export function cellsOf(kind: Kind): Cell[] {
  return CELLS.filter(({ page }) => kind !== "node" || !page);
}

/** Every asset entry of a file: changed in place, replaced, or, with `undefined`, taken out. */
// biome-ignore lint/suspicious/noExplicitAny: an entry is what the manifest holds
function each(manifest: Manifest, file: string, change: (entry: any) => unknown): void {
  for (const { assets } of [...manifest.exposes, ...manifest.shared]) {
    for (const type of ["js", "css"]) {
      for (const when of ["sync", "async"]) {
        const entries: Manifest[] = assets[type][when];
        assets[type][when] = entries.flatMap((entry) => {
          const name = [entry.path, entry.name].filter(Boolean).join("/");
          if (name !== file) return [entry];
          const before = JSON.stringify(entry);
          const result = change(entry);
          if (result === undefined && JSON.stringify(entry) === before) return [];
          return [result ?? entry];
        });
      }
    }
  }
}

export function bytesOf(remote: string, file: string): Buffer {
  return readFileSync(join(remote, file));
}

import type { Kind } from "./apps.ts";

/** One check taken out of the built runtime. */
export interface Mutant {
  name: string;
  /** Below npm/runtime/dist. */
  file: string;
  /** Has to occur exactly once. */
  from: string;
  to: string;
  /** Another check that would catch the same, taken out with it. */
  also?: { file: string; from: string; to: string };
  /** Where it matters. */
  kind: Kind;
  /** Cells that are likely to turn red, tried first. */
  cells: string[];
}

export const MUTANTS: Mutant[] = [
  {
    name: "remotes whose chunk loader does not ask are not looked at",
    file: "plugin/index.js",
    from: "if (head) {",
    to: "if (false) {",
    kind: "script",
    cells: ["a chunk of a remote that does not ask"],
  },
  {
    name: "elements get no hash",
    file: "page-registry.js",
    from: "element.integrity = tokens[0];",
    to: "",
    kind: "script",
    cells: ["remoteEntry changed", "async chunk changed"],
  },
  {
    name: "unlisted chunks are let through",
    file: "page-registry.js",
    from: "element.integrity = NOTHING;",
    to: "",
    kind: "script",
    cells: ["an unlisted chunk"],
  },
  {
    name: "what nothing seals is let through",
    file: "policy.js",
    from: 'return found === "warn" || found === "allow" ? found : "block";',
    to: 'return "allow";',
    kind: "script",
    cells: ["a hash removed", "an unlisted chunk"],
  },
  {
    name: "a manifest with gaps is let in",
    file: "host-plugin.js",
    from: 'if (gaps[0] && policy === "block")',
    to: "if (false)",
    kind: "script",
    cells: ["a public path that is code", "no closure"],
  },
  {
    name: "code in the place of a public path is no gap",
    file: "manifest.js",
    from: "if (manifest.metaData.getPublicPath !== undefined)",
    to: "if (false)",
    kind: "script",
    cells: ["a public path that is code"],
  },
  {
    name: "a missing closure is no gap",
    file: "manifest.js",
    from: "if (!isObject(manifest.integrity))",
    to: "if (false)",
    kind: "script",
    cells: ["no closure"],
  },
  {
    name: "a file without a hash is no gap",
    file: "manifest.js",
    from: "if (tokens[0])",
    to: "if (true)",
    kind: "module",
    cells: ["a hash removed", "an entry turned into a string"],
  },
  {
    name: "a manifest may contradict itself",
    file: "manifest.js",
    from: "if (new Set(all.map((token) => token.slice(0, 6))).size < all.length) {",
    to: "if (false) {",
    kind: "script",
    cells: ["two entries swapped, not in the closure"],
  },
  {
    name: "anything passes for a hash",
    file: "manifest.js",
    from: "if (token === undefined)",
    to: "if (false)",
    kind: "script",
    cells: ["an empty hash", "two hashes in one, either of which would do"],
  },
  {
    name: "an unknown hash function passes for a hash",
    file: "manifest.js",
    from: "return token || undefined;",
    to: "return integrity;",
    kind: "script",
    cells: ["an unknown algorithm"],
  },
  {
    name: "any protocol is read",
    file: "manifest.js",
    from: "if (schemaVersion !== undefined && ",
    to: "if (false && ",
    kind: "script",
    cells: ["a manifest of another protocol"],
  },
  {
    name: "an error page passes for a manifest",
    file: "fetch-once.js",
    from: "if (!ok)",
    to: "if (false)",
    kind: "script",
    cells: ["no manifest"],
  },
  {
    name: "any origin will do",
    file: "policy.js",
    from: "if (originAllowed(url, origins))",
    to: "if (true)",
    kind: "script",
    cells: ["a base on a foreign origin"],
  },
  {
    name: "browsers follow every redirect",
    file: "fetch-once.js",
    from: "if (response.redirected)",
    to: "if (false)",
    kind: "script",
    cells: ["a redirect to a foreign origin"],
  },
  {
    name: "servers follow every redirect",
    file: "fetch-with-retry.js",
    from: 'requireRedirect(url, at, hop < MOST_REDIRECTS ? limits : { redirect: "error" });',
    to: "",
    kind: "node",
    cells: ["a redirect to a foreign origin"],
  },
  {
    name: "modules have no hash",
    file: "plugin/import-map.js",
    from: "integrity[file] = before;",
    to: "",
    kind: "module",
    cells: ["async chunk changed"],
  },
  {
    name: "a module's entry has no hash",
    file: "plugin/import-map.js",
    from: "integrity[fresh] = token;",
    to: "delete integrity[fresh];",
    kind: "module",
    cells: ["remoteEntry changed"],
  },
  {
    name: "modules import what they like",
    file: "plugin/import-map.js",
    from: "{ [base]: NOWHERE }",
    to: "{}",
    kind: "module",
    cells: ["an unlisted chunk"],
  },
  {
    name: "entries are imported without the import map",
    file: "plugin/import-map.js",
    from: "/* @vite-ignore */ alias)",
    to: "/* @vite-ignore */ entry)",
    kind: "module",
    cells: ["no inline scripts"],
  },
  {
    name: "entries that no manifest lists are imported",
    file: "plugin/index.js",
    from: "const error = judge(remote.entry, namesOf(remote));",
    to: "const error = undefined;",
    kind: "module",
    cells: ["an entry that its manifest does not list"],
  },
  {
    name: "servers do not ask whether an entry is sealed",
    file: "node/index.js",
    from: "const error = judge(remote.entry, namesOf(remote));",
    to: "const error = undefined;",
    kind: "node",
    cells: ["an entry that its manifest does not list"],
  },
  {
    name: "servers run what they like",
    file: "node/verified.js",
    from: "if (error)",
    to: "if (false)",
    kind: "node",
    cells: ["remoteEntry changed"],
  },
  {
    name: "hashes are not compared",
    file: "sri.js",
    from: "if (actual !== expected)",
    to: "if (false)",
    kind: "node",
    cells: ["sync chunk changed"],
  },
  {
    name: "servers fetch a second time",
    file: "node/verified.js",
    from: "return bytes;",
    to: "return new Uint8Array(await (await fetch(file)).arrayBuffer());",
    kind: "node",
    cells: ["a good first answer and an evil second"],
  },
  {
    name: "manifests are not read",
    file: "host-plugin.js",
    from: "return told(() => read(absolute(url).href, asked ? namesOf(asked) : [], init, answer));",
    to: "return answer;",
    kind: "script",
    cells: ["a good first answer and an evil second"],
  },
  {
    // Two nets for the same fish: Module Federation's hook, and what is appended to the page's head.
    name: "nobody looks at what Module Federation inserts",
    file: "host-plugin.js",
    from: "if (!createElement)",
    to: "if (true)",
    also: { file: "plugin/index.js", from: "if (head) {", to: "if (false) {" },
    kind: "script",
    cells: ["remoteEntry changed"],
  },
];

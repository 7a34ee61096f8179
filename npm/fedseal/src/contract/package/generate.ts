import { createHash } from "node:crypto";
import { normalizeDeclaration } from "@fedseal/binding";
import semver from "semver";
import { higher, type Level } from "../compare/change.js";
import { describeExports } from "../compare/describe.js";
import { read } from "../compare/program.js";
import { compareWithin } from "../compare/within.js";
import { type Contract, contractHash } from "../contract.js";
import { joined, sideOf } from "../side-of.js";
import { increased } from "../versions.js";
import { LOCK, LOCK_VERSION, type Lock, type LockedRemote, type LockedShell, writeLock } from "./lock.js";

/** The name that shells import, unless another one is given. */
export const PACKAGE = "@platform/mfe-contracts";

/** The file that people write: interfaces, and which remotes have to satisfy them. */
export const INTERFACES = "interfaces.d.ts";

/** A contract package as data. */
export interface ContractPackage {
  name: string;
  version: string;
  contracts: Contract[];
  shells: Record<string, LockedShell>;
  /** What people wrote in `interfaces.d.ts`. */
  interfaces: string | undefined;
  /** What people added to package.json, `publishConfig` for one. */
  own: Record<string, unknown>;
}

/** Milliseconds that comparing two versions of a remote may take here. */
const TIMEOUT = 60_000;

/** The version a package gets when these contracts are put in place of the former ones: by what changed for shells. */
export async function nextVersion(
  version: string,
  before: readonly Contract[],
  after: readonly Contract[],
  packages: string,
): Promise<string> {
  // The first promise.
  if (before.length === 0 && version === "0.0.0") return "1.0.0";
  let bump: "none" | Level = "none";
  for (const old of before) {
    const now = after.find((one) => one.remote === old.remote);
    const level = now ? await bumpBetween(old, now, packages) : "major";
    if (level !== "none") bump = bump === "none" ? level : higher(bump, level);
  }
  if (after.some((one) => !before.some((old) => old.remote === one.remote)))
    bump = bump === "none" ? "minor" : higher(bump, "minor");
  return bump === "none" ? version : increased(version, bump);
}

async function bumpBetween(old: Contract, now: Contract, packages: string): Promise<"none" | Level> {
  if (contractHash(old) === contractHash(now)) return "none";
  const { bump, undecided } = await compareWithin(sideOf(old, "old", packages), sideOf(now, "new", packages), {
    profile: now.profile,
    timeout: TIMEOUT,
  });
  if (undecided.length > 0) return "major";
  return bump === "none" ? "patch" : bump;
}

/** What is written or replaced beside package.json and the lock: files, and the folder of the stubs. */
export const WRITTEN = [
  "README.md",
  "ambient.d.ts",
  "index.d.ts",
  "index.js",
  "load-remote.d.ts",
  "load-remote.js",
  "remotes",
] as const;

/** All files of a package: path → text. */
export function generate(given: ContractPackage, packages: string): Map<string, string> {
  const contracts = [...given.contracts].sort((one, other) => (one.remote < other.remote ? -1 : 1));
  const files = typesOf(given);
  files.set("index.js", INDEX);
  files.set("load-remote.js", "export {};\n");
  files.set(LOCK, writeLock(lockOf({ ...given, contracts }, packages)));
  files.set("README.md", readme(given.name, contracts, modulesIn(contracts)));
  return files;
}

/** What compilers read of a package: path → text. */
export function typesOf(given: ContractPackage): Map<string, string> {
  const contracts = [...given.contracts].sort((one, other) => (one.remote < other.remote ? -1 : 1));
  const files = new Map<string, string>();
  for (const { remote, files: stubs } of contracts) {
    for (const [stub, text] of Object.entries(stubs)) files.set(`remotes/${remote}/${stub}`, text);
  }
  const modules = modulesIn(contracts);
  files.set("ambient.d.ts", ambient(given.name, modules));
  files.set("index.d.ts", index(modules));
  files.set("load-remote.d.ts", LOAD_REMOTE);
  files.set("package.json", packageJson({ ...given, contracts }, modules));
  if (given.interfaces !== undefined) files.set(INTERFACES, given.interfaces);
  return files;
}

/** What shells can import, and where its types are. */
export function modulesIn(contracts: readonly Contract[]): Module[] {
  return contracts.flatMap((contract) =>
    Object.entries(contract.exposes)
      .map(([key, { stub, hasDefault }]) => ({
        id: joined(contract.remote, key),
        path: `./remotes/${contract.remote}/${stub.replace(/\.d\.ts$/, "")}`,
        hasDefault,
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  );
}

export interface Module {
  /** What a shell imports: `shop/Button`. */
  id: string;
  /** Its stub, relative to the package, without an ending. */
  path: string;
  hasDefault: boolean;
}

/** Fields of package.json that are generated. */
export const GENERATED = [
  "name",
  "version",
  "description",
  "type",
  "exports",
  "types",
  "sideEffects",
  "peerDependencies",
];

const HEADER = "// Generated by `fedseal contract generate`; do not edit.\n";

function ambient(name: string, modules: readonly Module[]): string {
  const blocks = modules.map(({ id, hasDefault }) => {
    const from = JSON.stringify(`${name}/${id}`);
    // Without a default export there is none: TypeScript would take the whole module for it.
    const line = hasDefault ? `\n  export { default } from ${from};` : "";
    return `declare module ${JSON.stringify(id)} {\n  export * from ${from};${line}\n}\n`;
  });
  return `${HEADER}// Lets \`import("remote/Expose")\` have the types of the contract.\n\n${blocks.join("\n")}`;
}

function index(modules: readonly Module[]): string {
  const lines = modules.map(({ id, path }) => `  ${JSON.stringify(id)}: typeof import("${path}.js");`);
  return `${HEADER}
/** Everything that remotes expose, by what a shell imports. */
export interface FederatedModules {
${lines.join("\n")}
}

/** What a shell can import. */
export type FederatedId = keyof FederatedModules;

/** The type of what a remote exposes: \`FederatedModule<"shop/Button">\`. */
export type FederatedModule<Id extends FederatedId> = FederatedModules[Id];

/**
 * Types a function that loads a remote's module by its name, Module Federation's \`loadRemote\` for one. A name that no
 * contract has is an error while compiling; a module that is not there rejects.
 */
export declare function typedLoad(
  load: (id: FederatedId) => Promise<unknown>,
): <Id extends FederatedId>(id: Id) => Promise<FederatedModules[Id]>;
`;
}

const INDEX = `${HEADER}
export function typedLoad(load) {
  return async (id) => {
    const module = await load(id);
    if (module === null || module === undefined) throw new Error(\`\${id} was not loaded\`);
    return module;
  };
}
`;

const LOAD_REMOTE = `${HEADER}
// Types \`loadRemote\` of Module Federation's instances: \`import "…/load-remote"\` once in a shell.
import type { FederatedId, FederatedModules } from "./index.js";

declare module "@module-federation/runtime-core" {
  interface ModuleFederation {
    loadRemote<Id extends FederatedId>(id: Id): Promise<FederatedModules[Id] | null>;
  }
}
`;

function packageJson(
  { name, version, contracts, interfaces, own }: ContractPackage,
  modules: readonly Module[],
): string {
  const exports: Record<string, unknown> = {
    ".": { types: "./index.d.ts", default: "./index.js" },
    "./ambient": { types: "./ambient.d.ts" },
    "./load-remote": { types: "./load-remote.d.ts", default: "./load-remote.js" },
    ...(interfaces !== undefined && { "./interfaces": { types: `./${INTERFACES}` } }),
  };
  for (const { id, path } of modules) exports[`./${id}`] = { types: `${path}.d.ts` };
  exports[`./${LOCK}`] = `./${LOCK}`;
  exports["./package.json"] = "./package.json";
  const peers = new Map<string, string>();
  for (const { externals } of contracts) {
    for (const [external, range] of Object.entries(externals)) {
      const known = peers.get(external);
      // Every remote's range has to be met: the narrower one says so.
      peers.set(
        external,
        known === undefined || semver.subset(range, known)
          ? range
          : semver.subset(known, range)
            ? known
            : `${known} ${range}`,
      );
    }
  }
  const peerDependencies = Object.fromEntries([...peers].sort(([one], [other]) => (one < other ? -1 : 1)));
  const manifest = {
    name,
    version,
    description: "What remotes expose, as types; generated by fedseal",
    type: "module",
    exports,
    types: "./index.d.ts",
    sideEffects: false,
    ...(peers.size > 0 && { peerDependencies }),
    ...own,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function readme(name: string, contracts: readonly Contract[], modules: readonly Module[]): string {
  const remotes = contracts.map(({ remote, version, profile }) => `| ${remote} | ${version} | ${profile} |`);
  return `# ${name}

What remotes expose, as types. Generated by \`fedseal contract generate\`; do not edit.

| remote | version | profile |
|---|---|---|
${remotes.join("\n")}

In a shell, once: \`/// <reference types="${name}/ambient" />\`. Then these have types:

${modules.map(({ id }) => `- \`import("${id}")\``).join("\n")}
`;
}

function lockOf({ name, contracts, shells }: ContractPackage, packages: string): Lock {
  const remotes = Object.fromEntries(contracts.map((contract) => [contract.remote, locked(contract, packages)]));
  return { lockVersion: LOCK_VERSION, package: name, remotes, shells };
}

function locked(contract: Contract, packages: string): LockedRemote {
  const side = sideOf(contract, "new", packages);
  const surfaces = read([side], {});
  const exposes = Object.entries(contract.exposes).map(([key, expose]) => {
    const described = describeExports(side.exposes.get(key) ?? "", surfaces);
    const exports = [...described].map(([name, { kind, polarity, text }]) => {
      return [name, { kind, polarity, hash: sha256(normalizeDeclaration(text)) }] as const;
    });
    return [key, { ...expose, exports: Object.fromEntries(exports) }] as const;
  });
  const { version, profile, extractor, typescript, externals, files } = contract;
  return {
    version,
    profile,
    extractor,
    ...(typescript !== undefined && { typescript }),
    contract: contractHash(contract),
    exposes: Object.fromEntries(exposes),
    externals,
    files: Object.fromEntries(Object.entries(files).map(([stub, text]) => [stub, sha256(text)])),
  };
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

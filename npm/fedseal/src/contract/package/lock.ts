import { pointerTo } from "../../json-places.js";
import { type ContractExpose, hash, namedProblems, type Profile, stubNames } from "../contract.js";
import { type FileFormat, readFormat } from "../format.js";
import { remoteProblem, versionProblem } from "../names.js";

/** Name of the lock in a contract package. */
export const LOCK = "contracts.lock.json";

/** The version of the lock that this fedseal writes, and the newest it reads. */
export const LOCK_VERSION = 1;

/** What a contract package promises, in a form that merges and reviews well. */
export interface Lock {
  lockVersion: number;
  /** Name of the npm package. */
  package: string;
  remotes: Record<string, LockedRemote>;
  /** Shells and what they rely on. */
  shells: Record<string, LockedShell>;
}

export interface LockedRemote {
  version: string;
  profile: Profile;
  extractor: string;
  typescript?: string;
  /** SHA-256 over the contract: 64 lower-case hex digits. */
  contract: string;
  exposes: Record<string, LockedExpose>;
  externals: Record<string, string>;
  /** Stub → SHA-256 of its text. */
  files: Record<string, string>;
}

export interface LockedExpose extends ContractExpose {
  /** Export → what it is. */
  exports: Record<string, LockedExport>;
}

export interface LockedExport {
  /** What its name stands for, as in `a class`. */
  kind: string;
  /** Who makes values of it. */
  polarity: "input" | "output" | "both";
  /** SHA-256 over its normalised type: 64 lower-case hex digits. */
  hash: string;
}

export interface LockedShell {
  /** What was read to find out. Without it nothing is known of what `uses` does not name. */
  read?: ShellRead;
  /** Remote → range that the shell works with. */
  requires: Record<string, string>;
  /** What the shell imports (`shop/Button`) → names of exports, sorted; `*` for all. */
  uses: Record<string, string[]>;
}

export interface ShellRead {
  /** Folder, file or glob, relative to the shell's project → number of files. */
  files: Record<string, number>;
  /** Imports that led nowhere, and remotes that had no contract. */
  unresolved?: string[];
  /** Packages and aliases that lead to sources of the workspace. */
  workspace?: string[];
  /** Files that load modules by names which are put together at run time. */
  dynamic?: string[];
}

const text = { type: "string", minLength: 1 } as const;
const recordOf = <T extends object>(values: T) => ({ type: "object", additionalProperties: values }) as const;

/** A shell, in a lock or in a matrix; there it has more. */
export const shellSchema = <T extends object>(more: T, required: readonly string[] = []) =>
  ({
    type: "object",
    required: ["requires", "uses", ...required],
    additionalProperties: false,
    properties: {
      read: {
        type: "object",
        required: ["files"],
        additionalProperties: false,
        properties: {
          files: recordOf({ type: "integer", minimum: 0 }),
          unresolved: { type: "array", items: text },
          workspace: { type: "array", items: text },
          dynamic: { type: "array", items: text },
        },
      },
      requires: recordOf(text),
      uses: recordOf({ type: "array", items: text }),
      ...more,
    },
  }) as const;

const schema = {
  type: "object",
  required: ["lockVersion", "package", "remotes", "shells"],
  additionalProperties: false,
  properties: {
    lockVersion: { const: LOCK_VERSION },
    package: text,
    remotes: recordOf({
      type: "object",
      required: ["version", "profile", "extractor", "contract", "exposes", "externals", "files"],
      additionalProperties: false,
      properties: {
        version: text,
        profile: { enum: ["standard", "strict", "experimental"] },
        extractor: text,
        typescript: text,
        contract: hash,
        exposes: recordOf({
          type: "object",
          required: ["source", "stub", "way", "surface", "hasDefault", "exports"],
          additionalProperties: false,
          properties: {
            source: text,
            stub: text,
            way: text,
            surface: hash,
            hasDefault: { type: "boolean" },
            exports: recordOf({
              type: "object",
              required: ["kind", "polarity", "hash"],
              additionalProperties: false,
              properties: { kind: text, polarity: { enum: ["input", "output", "both"] }, hash },
            }),
          },
        }),
        externals: recordOf(text),
        files: { ...recordOf(hash), propertyNames: stubNames },
      },
    }),
    shells: recordOf(shellSchema({})),
  },
} as const;

const format: FileFormat = {
  name: "lock",
  version: { key: "lockVersion", newest: LOCK_VERSION },
  schema,
  meaning: ({ remotes }: Lock) =>
    Object.entries(remotes).flatMap(([remote, { version }]) => {
      const path = `lock.remotes[${JSON.stringify(remote)}]`;
      return [
        ...namedProblems(remoteProblem(remote), pointerTo("remotes", remote), path),
        ...namedProblems(versionProblem(version), pointerTo("remotes", remote, "version"), `${path}.version`),
      ];
    }),
  again: `Take ${LOCK} back with git, or generate the package again from all contracts, with \`--fresh\`.`,
};

/**
 * Reads a lock.
 *
 * @throws UnreadableContract where the text is not one, or is of another version.
 */
export function readLock(text: string): Lock {
  return readFormat(text, format) as Lock;
}

/** The bytes of a lock, every record sorted by its keys. */
export function writeLock(lock: Lock): string {
  return `${JSON.stringify(sorted(lock), null, 2)}\n`;
}

function sorted(value: unknown, depth = 0): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner, depth + 1)] as const);
  // The head keeps the order in which people read it.
  if (depth > 0) entries.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return Object.fromEntries(entries);
}

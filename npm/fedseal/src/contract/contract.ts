import { createHash } from "node:crypto";
import type { Way } from "@fedseal/binding";
import { pointerTo } from "../json-places.js";
import type { Problem } from "../schema-errors.js";
import { type FileFormat, readFormat } from "./format.js";
import { remoteProblem, versionProblem } from "./names.js";

/** The version of the contract format that this fedseal writes, and the newest it reads. */
export const CONTRACT_VERSION = 1;

export { CONTRACT_FILE } from "./names.js";

/** How a remote's changes are judged. */
export type Profile = "standard" | "strict" | "experimental";

/** What a remote promises: the typed surface of its exposes, as one JSON file. */
export interface Contract {
  contractVersion: number;
  /** Name of the remote. */
  remote: string;
  /** Version of the remote, from its package.json (SemVer 2.0.0). */
  version: string;
  profile: Profile;
  /** What made it: `fedseal 0.1.0`. */
  extractor: string;
  /** Version of the project's TypeScript, where it was asked. */
  typescript?: string;
  /** Expose (`./Button`) → its stub. */
  exposes: Record<string, ContractExpose>;
  /** Package that stubs import → range that the remote wants of it. */
  externals: Record<string, string>;
  /** Stub (`Button.d.ts`) → its text. */
  files: Record<string, string>;
}

/** An expose of a contract. */
export interface ContractExpose {
  /** Source, relative to the remote's project. */
  source: string;
  /** Key of `files`. */
  stub: string;
  /** How the stub was made. */
  way: Way;
  /** SHA-256 over the normalised declarations that the expose reaches: 64 lower-case hex digits. */
  surface: string;
  /** Whether the stub has a default export. */
  hasDefault: boolean;
}

const text = { type: "string", minLength: 1 } as const;

/** A SHA-256. */
export const hash = { type: "string", pattern: "^[0-9a-f]{64}$", title: "64 lower-case hex digits" } as const;

/** Names of stubs: they stay below the contract's folder, whatever the file system. */
export const stubNames = {
  pattern: "^(?!.*(^|/)\\.\\.?(/|$))[^\\s\\\\/:][^\\\\:\\u0000-\\u001f]*\\.d\\.ts$",
  title: "names of stubs, as `Button.d.ts`, that stay in their folder",
} as const;

const schema = {
  type: "object",
  required: ["contractVersion", "remote", "version", "profile", "extractor", "exposes", "externals", "files"],
  additionalProperties: false,
  properties: {
    contractVersion: { const: CONTRACT_VERSION },
    remote: text,
    version: text,
    profile: { enum: ["standard", "strict", "experimental"] },
    extractor: text,
    typescript: text,
    exposes: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["source", "stub", "way", "surface", "hasDefault"],
        additionalProperties: false,
        properties: {
          source: text,
          stub: text,
          way: { enum: ["fast", "tsc", "declaration", "json", "style"] },
          surface: hash,
          hasDefault: { type: "boolean" },
        },
      },
    },
    externals: { type: "object", additionalProperties: text },
    files: {
      type: "object",
      propertyNames: stubNames,
      additionalProperties: { type: "string" },
    },
  },
} as const;

const format: FileFormat = {
  name: "contract",
  version: { key: "contractVersion", newest: CONTRACT_VERSION },
  schema,
  meaning({ remote, version, exposes, files }: Contract): Problem[] {
    const lacks = Object.entries(exposes).filter(([, { stub }]) => !Object.hasOwn(files, stub));
    return [
      ...namedProblems(remoteProblem(remote), "/remote", "contract.remote"),
      ...namedProblems(versionProblem(version), "/version", "contract.version"),
      ...lacks.map(([key, { stub }]) => {
        return { pointer: pointerTo("exposes", key), message: `it lacks ${stub}, the stub of ${key}.` };
      }),
    ];
  },
  again: "Make it again: build the remote, or run `fedseal contract extract`.",
};

/** A name that is not allowed, at its place in a file. */
export function namedProblems(problem: string | undefined, pointer: string, path: string): Problem[] {
  return problem === undefined ? [] : [{ pointer, message: `${path} is ${problem}.` }];
}

/**
 * Reads a contract.
 *
 * @throws UnreadableContract where the text is not one, or is of another version.
 */
export function readContract(text: string): Contract {
  return readFormat(text, format) as Contract;
}

/** The bytes of a contract: the same contract always gives the same. */
export function writeContract(contract: Contract): string {
  const sorted = <T>(record: Record<string, T>) => Object.fromEntries(Object.entries(record).sort(byName));
  const { contractVersion, remote, version, profile, extractor, typescript } = contract;
  const head = { contractVersion, remote, version, profile, extractor, ...(typescript && { typescript }) };
  const { externals, files } = contract;
  const exposes = Object.fromEntries(
    Object.entries(contract.exposes).map(([key, { source, stub, way, surface, hasDefault }]) => {
      return [key, { source, stub, way, surface, hasDefault }];
    }),
  );
  return `${JSON.stringify({ ...head, exposes: sorted(exposes), externals: sorted(externals), files: sorted(files) }, null, 2)}\n`;
}

/** SHA-256 of a contract's bytes: 64 lower-case hex digits. */
export function contractHash(contract: Contract): string {
  return createHash("sha256").update(writeContract(contract)).digest("hex");
}

export function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

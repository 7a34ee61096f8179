import { createHash } from "node:crypto";
import type { Way } from "@fedseal/binding";
import { validate } from "schema-utils";

/** The version of the contract format that this fedseal writes, and the newest it reads. */
export const CONTRACT_VERSION = 1;

/** Name of the contract among the assets of a build, beside the manifest. */
export const CONTRACT_FILE = "mf-contract.json";

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

const schema = {
  type: "object",
  required: ["contractVersion", "remote", "version", "profile", "extractor", "exposes", "externals", "files"],
  additionalProperties: false,
  properties: {
    contractVersion: { const: CONTRACT_VERSION },
    remote: { ...text, pattern: "^[^\\s/\\\\.][^\\s\\\\]*$" },
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
          surface: { type: "string", pattern: "^[0-9a-f]{64}$" },
          hasDefault: { type: "boolean" },
        },
      },
    },
    externals: { type: "object", additionalProperties: text },
    files: {
      type: "object",
      // Names that stay below the contract's folder, whatever the file system.
      propertyNames: { pattern: "^(?!.*(^|/)\\.\\.?(/|$))[^\\s\\\\/:][^\\\\:\\u0000-\\u001f]*\\.d\\.ts$" },
      additionalProperties: { type: "string" },
    },
  },
} as const;

/** Why a text is not a contract that this fedseal can read. */
export class UnreadableContract extends Error {}

/**
 * Reads a contract.
 *
 * @throws UnreadableContract where the text is not one, or is of a newer version.
 */
export function readContract(bytes: string): Contract {
  let value: unknown;
  try {
    value = JSON.parse(bytes);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableContract(`it is not JSON (${error.message})`);
  }
  const version = (value as { contractVersion?: unknown } | null)?.contractVersion;
  if (typeof version === "number" && version > CONTRACT_VERSION) {
    throw new UnreadableContract(
      `it was written by a newer fedseal (contract version ${version}; this one reads up to ${CONTRACT_VERSION})`,
    );
  }
  check(schema, value, "contract");
  const contract = value as Contract;
  for (const [key, { stub }] of Object.entries(contract.exposes)) {
    if (!Object.hasOwn(contract.files, stub)) throw new UnreadableContract(`it lacks ${stub}, the stub of ${key}`);
  }
  return contract;
}

/** Validates a value that came from a file. */
export function check(wanted: object, value: unknown, name: string): void {
  // A list would be validated item by item.
  if (Array.isArray(value)) throw new UnreadableContract(`${name} should be an object, and is a list`);
  try {
    validate(wanted as Parameters<typeof validate>[0], value as object, { name, baseDataPath: name });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UnreadableContract(error.message.replaceAll(/\s*\n\s*/g, " "));
  }
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

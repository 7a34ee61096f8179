import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Diagnostic, writeFile } from "@fedseal/binding";
import { whileLocked } from "../../file-lock.js";
import { relativeTo } from "../../locations.js";
import { type Contract, contractHash, hash, readContract, writeContract } from "../contract.js";
import { type FileFormat, readFormat, UnreadableContract, unreadable } from "../format.js";
import { type LockedShell, shellSchema } from "../package/lock.js";

/** The version of the matrix that this fedseal writes, and the newest it reads. */
export const MATRIX_VERSION = 1;

/** What is deployed where, and what was said about what may be. */
export interface Matrix {
  matrixVersion: number;
  /** Environment → `app@version` → what it is. */
  environments: Record<string, Record<string, Deployed>>;
  /** Environment → `remote@version` → `shell@version` → answer. */
  verdicts: Record<string, Record<string, Record<string, Answer>>>;
}

/** A remote has a `contract`; a shell has what it was compiled against. */
export interface Deployed {
  /** SHA-256 of the contract; its text lies beside the matrix, in `deployments.contracts/` for `deployments.json`. */
  contract?: string;
  shell?: LockedShell & { contracts: Record<string, string> };
}

/** Whether a remote may go where a shell is. */
export interface Answer {
  deployable: boolean;
  /** How it was found out. */
  method: "range" | "names" | "types" | "unknown" | "typecheck";
  reason: string;
  /** Each way's own answer, where the shell's compiler was asked as well. */
  answers?: OneAnswer[];
  /** How the ways contradict each other, where they do. */
  disagree?: string;
}

/** The answer that one way of finding out gives. */
export interface OneAnswer {
  /** `null`: it could not be found out. */
  deployable: boolean | null;
  method: Answer["method"];
  reason: string;
  /** What the shell's compiler says. */
  errors?: string[];
}

const text = { type: "string", minLength: 1 } as const;
const recordOf = <T extends object>(values: T) => ({ type: "object", additionalProperties: values }) as const;

const oneAnswer = {
  deployable: { enum: [true, false, null] },
  method: { enum: ["range", "names", "types", "unknown", "typecheck"] },
  reason: { type: "string" },
  errors: { type: "array", items: text },
} as const;

const schema = {
  type: "object",
  required: ["matrixVersion", "environments", "verdicts"],
  additionalProperties: false,
  properties: {
    matrixVersion: { const: MATRIX_VERSION },
    environments: recordOf(
      recordOf({
        type: "object",
        additionalProperties: false,
        properties: {
          contract: hash,
          shell: shellSchema({ contracts: recordOf(hash) }, ["contracts"]),
        },
      }),
    ),
    verdicts: recordOf(
      recordOf(
        recordOf({
          type: "object",
          required: ["deployable", "method", "reason"],
          additionalProperties: false,
          properties: {
            ...oneAnswer,
            deployable: { type: "boolean" },
            answers: {
              type: "array",
              items: {
                type: "object",
                required: ["method", "reason"],
                additionalProperties: false,
                properties: oneAnswer,
              },
            },
            disagree: text,
          },
        }),
      ),
    ),
  },
} as const;

const format: FileFormat = {
  name: "matrix",
  version: { key: "matrixVersion", newest: MATRIX_VERSION },
  schema,
  again: "Take the file back with git, and record anew what was deployed since.",
};

/**
 * Reads a matrix; one that does not exist yet is empty.
 *
 * @throws UnreadableContract where the file is not one, or is of another version.
 */
export function readMatrix(path: string): Matrix {
  if (!existsSync(path)) return { matrixVersion: MATRIX_VERSION, environments: {}, verdicts: {} };
  return readFormat(readFileSync(path, "utf8"), format) as Matrix;
}

/** Changes a matrix as it is now, one process at a time; every record is written sorted by its keys. */
export function changeMatrix(path: string, change: (known: Matrix) => Matrix): Promise<Diagnostic[]> {
  const changed = (): Diagnostic[] => {
    let known: Matrix;
    try {
      known = readMatrix(path);
    } catch (error) {
      if (!(error instanceof UnreadableContract)) throw error;
      return [unreadable(error, relativeTo(process.cwd(), path))];
    }
    const failed = writeFile(path, Buffer.from(`${JSON.stringify(sorted(change(known), 0), null, 2)}\n`));
    return failed ? [failed] : [];
  };
  return whileLocked(path, changed, (found) => found);
}

function sorted(value: unknown, depth: number): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner, depth + 1)] as const);
  if (depth > 0) entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries);
}

/** Keeps a contract beside the matrix, under its hash. */
export function storeContract(path: string, contract: Contract): { hash: string; diagnostics: Diagnostic[] } {
  const found = contractHash(contract);
  const file = storeOf(path, found);
  if (existsSync(file)) return { hash: found, diagnostics: [] };
  mkdirSync(dirname(file), { recursive: true });
  const failed = writeFile(file, Buffer.from(writeContract(contract)));
  return { hash: found, diagnostics: failed ? [failed] : [] };
}

/** A contract by its hash; a text says why it is unknown. */
export function loadContract(path: string, wanted: string): Contract | string {
  const file = storeOf(path, wanted);
  if (!existsSync(file)) return "is not stored beside the matrix";
  try {
    const contract = readContract(readFileSync(file, "utf8"));
    return contractHash(contract) === wanted ? contract : "is not what was stored beside the matrix";
  } catch (error) {
    if (!(error instanceof UnreadableContract)) throw error;
    return `cannot be read where it is stored beside the matrix: ${error.message}`;
  }
}

function storeOf(path: string, wanted: string): string {
  return join(dirname(path), `${basename(path, ".json")}.contracts`, `${wanted}.json`);
}

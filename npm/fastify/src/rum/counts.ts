import { createHash } from "node:crypto";
import type { RolloutState } from "../releases/state.js";
import { type ChannelRelease, isCurrent, UNKNOWN } from "./count.js";
import type { JudgedLoads } from "./judged.js";
import { Windows } from "./windows.js";

/** What happened to the loads of a release in an organization. */
export interface LoadCounts extends ChannelRelease {
  /** The organization, or `"other"` for those above the limit. */
  org: string;
  /** All loads, with those that failed. */
  loads: number;
  /** Those that failed, but for refusals; and those that fedseal refused. */
  errors: number;
  refusals: number;
}

/** A load to count. */
export interface Load {
  of: ChannelRelease;
  org: string;
  /** See {@link personOf}. */
  person: string;
  failed?: "error" | "refusal" | undefined;
}

/** Counts of loads: of this process, or of all pods. */
export interface Counts {
  add(load: Load): void;
  /** The counts of what the state still has, in order. */
  rows(state: RolloutState): Promise<LoadCounts[]>;
  /** What a verdict goes by; throws where that cannot be known. */
  judged(of: ChannelRelease): Promise<JudgedLoads>;
  /** Forgets what the state has no more. */
  prune(state: RolloutState): void;
  close(): Promise<void>;
}

export interface Window {
  /** Milliseconds; loads of this one and of the one before count for verdicts. */
  window: number;
  /** Loads of one person of a release that count in a window. */
  perPerson: number;
}

/** Somebody, without saying who. The same one in all organizations: a person with many of them is no crowd. */
export function personOf(sub: string): string {
  return createHash("sha256").update(sub).digest("base64url").slice(0, 22);
}

/** Counts of this process. */
export function localCounts(window: Window): Counts {
  const rows = new Rows();
  const windows = new Windows(window);
  return {
    add: (load) => {
      rows.add(load);
      const { of, person, failed } = load;
      if (of.remote !== UNKNOWN) windows.add(of, person, { loads: 1, errors: failed ? 1 : 0 });
    },
    rows: async (state) => {
      rows.keep(state);
      return rows.list();
    },
    judged: async (of) => windows.judged(of),
    prune: (state) => rows.keep(state),
    close: async () => {},
  };
}

export type CountKind = "loads" | "errors" | "refusals";
const KINDS: readonly CountKind[] = ["loads", "errors", "refusals"];

/** Counts by release and organization. There are as many as there are releases in the state, times organizations. */
export class Rows {
  readonly #rows = new Map<string, LoadCounts>();

  add({ of, org, failed }: Load): void {
    this.count(of, org, "loads", 1);
    if (failed) this.count(of, org, failed === "error" ? "errors" : "refusals", 1);
  }

  count({ remote, release, channel }: ChannelRelease, org: string, kind: CountKind, by: number): void {
    const key = JSON.stringify([remote, release, channel, org]);
    const row = this.#rows.get(key) ?? { remote, release, channel, org, loads: 0, errors: 0, refusals: 0 };
    row[kind] += by;
    this.#rows.set(key, row);
  }

  /** Forgets what the state has no more. */
  keep(state: RolloutState): void {
    for (const [key, row] of this.#rows) if (!isCurrent(state, row)) this.#rows.delete(key);
  }

  list(): LoadCounts[] {
    return [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => ({ ...row }));
  }

  /** As fields of a hash in Redis, and how much to add to each. */
  fields(): [string, number][] {
    return [...this.#rows.values()].flatMap((row) =>
      KINDS.flatMap((kind): [string, number][] => (row[kind] > 0 ? [[fieldOf(row, kind), row[kind]]] : [])),
    );
  }

  get size(): number {
    return this.#rows.size;
  }
}

export function fieldOf({ remote, release, channel, org }: LoadCounts, kind: CountKind): string {
  return JSON.stringify([kind, remote, release, channel, org]);
}

/** What a field of a hash counts; `undefined` for what is none. */
export function readField(field: string): { of: ChannelRelease; org: string; kind: CountKind } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(field);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!Array.isArray(value) || value.length !== 5 || value.some((one) => typeof one !== "string")) return undefined;
  const [kind, remote, release, channel, org] = value;
  return KINDS.includes(kind) ? { kind, of: { remote, release, channel }, org } : undefined;
}

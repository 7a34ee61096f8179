import type { HeaderLine } from "@fedseal/binding";
import type { HeaderFacts } from "../../check/facts.js";
import type { Served } from "./probe.js";
import type { FileRole } from "./roles.js";

/** What caching and loading depend on. Dates and validators differ from run to run, and say nothing about a role. */
const SHOWN = [
  "cache-control",
  "content-type",
  "access-control-allow-origin",
  "vary",
  "x-content-type-options",
  "cross-origin-resource-policy",
  "surrogate-control",
  "edge-control",
  "x-accel-expires",
  "content-encoding",
  "set-cookie",
];

/** Fields of `Cache-Control` for caches of one kind (RFC 9213). */
const TARGETED = /.-cache-control$/;

/** Collects the headers that files are served with, for reports. */
export class HeaderLog {
  readonly #seen = new Map<string, HeaderFacts>();

  /** Observes the answers of one server. */
  of(from: string): (served: Served, role: FileRole) => void {
    return ({ compressed, plain }, role) => {
      const answer = compressed ?? plain;
      if (answer) this.add(role, answer.headers, from, answer.status);
    };
  }

  /** The headers of a file; `from` is a file that sets them where there is no status. */
  add({ file, role, why }: FileRole, lines: readonly HeaderLine[], from: string, status?: number): void {
    const named = lines.map(({ name, value }) => ({ name: name.toLowerCase(), value }));
    const targeted = [...new Set(named.map(({ name }) => name).filter((name) => TARGETED.test(name)))].sort();
    const pairs = [...SHOWN, ...targeted].flatMap((name): [string, string][] => {
      const values = named.filter((line) => line.name === name).map(({ value }) => value);
      // The value of a cookie is a secret.
      return values.length === 0 ? [] : [[name, name === "set-cookie" ? "(set)" : values.join(", ")]];
    });
    const fact = { file, role, why, from, ...(status !== undefined && { status }), headers: Object.fromEntries(pairs) };
    this.#seen.set(`${from}\n${file}`, fact);
  }

  /** By place and file: answers arrive in any order. */
  all(): HeaderFacts[] {
    return [...this.#seen].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, fact]) => fact);
  }
}

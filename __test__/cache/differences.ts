/**
 * Where fedseal and `http-cache-semantics` disagree about the time of reuse, and who is right by which section. A difference
 * that no line explains is a failure of the test, and so is a line that explains nothing.
 *
 * The oracle answers for a cache that an author wrote; the gate answers for all caches, so that it reads strictly and takes
 * an unreadable value for none.
 */

/** A response of the test, as both see it. */
export interface Case {
  /** The value of `Cache-Control`; missing for none. */
  control: string | undefined;
  headers: Record<string, string>;
  status: number;
  /** Whether the cache is a shared one. */
  shared: boolean;
}

export interface Difference {
  /** What differs, and why fedseal's answer stands. */
  why: string;
  /** Whether it applies to a case. */
  applies(example: Case): boolean;
}

const has = (control: string | undefined, pattern: RegExp) => control !== undefined && pattern.test(control);

export const DIFFERENCES: Difference[] = [
  {
    why: "Names of directives are compared without regard to case (RFC 9111, section 5.2); the oracle knows lower case only.",
    applies: ({ control }) => has(control, /[A-Z]/),
  },
  {
    why: "A comma inside of a quoted string separates nothing (RFC 9110, section 5.6.1); the oracle splits there.",
    applies: ({ control }) => has(control, /="[^"]*,/),
  },
  {
    why: "`no-cache` and `private` with field names apply to those fields (RFC 9111, sections 5.2.2.4 and 5.2.2.7); the oracle takes them for the whole response, as some caches do. fedseal answers with the longer time, which is the risk.",
    applies: ({ control }) => has(control, /(no-cache|private)=/),
  },
  {
    why: "Different values of one directive make a response stale (RFC 9111, section 4.2.1); the oracle takes the last one.",
    applies: ({ control }) =>
      ["max-age", "s-maxage"].some((name) => {
        const values = control?.match(new RegExp(`(?<![\\w-])${name}(?![\\w-])[^,]*`, "g")) ?? [];
        return new Set(values.map((value) => value.trim())).size > 1;
      }),
  },
  {
    why: "Seconds that are not digits make a response stale (RFC 9111, sections 1.2.2 and 4.2.1); the oracle reads digits at the beginning (`60s` is 60).",
    applies: ({ control }) => has(control, /(max-age|s-maxage)=(?!"?\d+"?\s*(,|$))/),
  },
  {
    why: "Seconds above 2^31 are 2^31 (RFC 9111, section 1.2.2); the oracle goes on counting.",
    applies: ({ control }) => has(control, /=\d{10,}/),
  },
  {
    why: "White space around `=` is not in the grammar; the oracle removes it.",
    applies: ({ control }) => has(control, /\s=|=\s/),
  },
  {
    why: "A directive without an argument that has one (`public=1`) is not that directive; the oracle takes it for it.",
    applies: ({ control }) => has(control, /public=/),
  },
  {
    why: "`immutable` gives no lifetime (RFC 8246, section 2); the oracle gives a day to a response without one.",
    applies: ({ control }) => has(control, /immutable/),
  },
  {
    why: "`proxy-revalidate` forbids stale responses, not fresh ones (RFC 9111, section 5.2.2.8); the oracle answers 0.",
    applies: ({ control, shared }) => shared && has(control, /proxy-revalidate/),
  },
  {
    why: "`Set-Cookie` does not keep a shared cache from storing (RFC 9111, section 7.3); the oracle does not by choice. fedseal answers with the longer time, which is the risk.",
    applies: ({ headers, shared }) => shared && headers["set-cookie"] !== undefined,
  },
  {
    why: "`Pragma` means nothing in a response (RFC 9111, section 5.4); the oracle takes it for `no-cache`.",
    applies: ({ control, headers }) => control === undefined && headers.pragma !== undefined,
  },
  {
    why: "`Vary` with `*` beside other names matches nothing, too (RFC 9110, section 12.5.5); the oracle only knows `*` alone.",
    applies: ({ headers }) => /,\s*\*/.test(headers.vary ?? ""),
  },
  {
    why: "An answer to a range request (206) may be stored (RFC 9110, section 15.3.7); the oracle stores none.",
    applies: ({ status }) => status === 206,
  },
  {
    why: "A status that caches do not keep by themselves needs a reason to be kept: `public`, a lifetime, or for a browser `private` (RFC 9111, section 3). The oracle knows a fixed list of codes (500 is never stored).",
    applies: ({ status }) => status === 500,
  },
  {
    why: "Dates have three forms (RFC 9110, section 5.6.7); the oracle reads what `Date.parse` reads.",
    applies: ({ headers }) => /^\d{4}-/.test(headers.expires ?? ""),
  },
];

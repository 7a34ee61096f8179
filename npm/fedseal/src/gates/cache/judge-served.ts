import { type Diagnostic, judgeResponse } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { type Answer, header, type MissingAnswer, namesOneOrigin, type Served } from "./probe.js";
import type { FileRole } from "./roles.js";
import type { CacheSettings } from "./settings.js";

/** One thing that is wrong with one file; {@link foldByRule} makes a finding of many. */
export interface FileFinding {
  /** For messages: the file. */
  subject: string;
  /** Where: the URL, or a file of the user. */
  location: NonNullable<Diagnostic["location"]>;
  rule: string;
  severity: Diagnostic["severity"];
  undecided: boolean;
  /** Without the subject, so that the same fault of other files has the same words. */
  message: string;
  help: string;
}

/** What the judgements go by. */
export type Judging = Pick<CacheSettings, "entrySeconds" | "purged" | "shells">;

/** Everything that is wrong with how a server serves a file. */
export function judgeServed(served: Served, role: FileRole, judging: Judging): FileFinding[] {
  const { file, url, failure, compressed, plain } = served;
  const found = new Findings(file, url);
  if (!compressed || !plain || failure !== undefined) {
    found.add("serve/unreachable", `cannot be fetched: ${failure ?? "no answer"}`);
    return found.all;
  }
  const isPage = /\.html?$/.test(file);
  // A build may leave a page that is not deployed with the remote; the manifest does not name it.
  if (isPage && [404, 410].includes(compressed.status)) return found.all;
  for (const answer of [compressed, plain]) {
    if (!isServed(answer, found)) return found.all;
  }
  // Many servers send `/index.html` to `/`.
  if (compressed.redirectedTo !== undefined && !isPage) {
    found.add("serve/redirected", `redirected to ${compressed.redirectedTo}`);
  }
  // Headers of another file say nothing of this one.
  if (!isSealed(compressed, plain, found)) return found.all;
  judgeType(file, compressed, found);
  judgeOrigins(served, compressed, plain, judging, found);
  judgeCaching(served, compressed, role, judging, found);
  return found.all;
}

/** Whether the file is there; says so where it is not. */
function isServed(answer: Answer, found: Findings): boolean {
  const { status } = answer;
  if (status === 200 && answer.isPage && /\.(m?js|css|json|wasm)$/.test(new URL(found.url).pathname)) {
    found.add("serve/fallback-for-missing-file", "not served: the server answers with a page");
    return false;
  }
  if (status === 200) return true;
  if (status === 404 || status === 410) found.add("serve/missing-file", `not served: the server answers ${status}`);
  else if (status === 401 || status === 403) {
    const help = "Give the credentials in `http.headers` of the configuration, or let the files be read.";
    found.add("serve/not-checked", `cannot be fetched: the server answers ${status}`, help);
  } else found.add("serve/not-checked", `cannot be fetched: the server answers ${status}`);
  return false;
}

function isSealed(compressed: Answer, plain: Answer, found: Findings): boolean {
  const encoding = header(compressed, "content-encoding");
  if (plain.isSealed === false) {
    found.add("serve/other-bytes", "served with bytes that differ from the sealed ones");
  } else if (compressed.isSealed === false) {
    const message = `served with bytes that differ from the sealed ones when compressed (${encoding ?? "no encoding"})`;
    found.add("serve/other-bytes", message, "Compress the files again after sealing, or delete the compressed copies.");
  }
  return plain.isSealed !== false && compressed.isSealed !== false;
}

/** JavaScript MIME types (WHATWG MIME Sniffing, section 4.6) and what the other endings need. */
const TYPES: [RegExp, RegExp, string][] = [
  [
    /\.(m|c)?js$/,
    /^(text\/(javascript|ecmascript|javascript1\.[0-5]|jscript|livescript|x-ecmascript|x-javascript)|application\/(javascript|ecmascript|x-javascript|x-ecmascript))$/,
    "text/javascript",
  ],
  [/\.css$/, /^text\/css$/, "text/css"],
  [/\.json$/, /^(application\/json|text\/json|[a-z]+\/[a-z0-9.-]+\+json)$/, "application/json"],
  [/\.wasm$/, /^application\/wasm$/, "application/wasm"],
  [/\.html?$/, /^(text\/html|application\/xhtml\+xml)$/, "text/html"],
];

function judgeType(file: string, answer: Answer, found: Findings): void {
  const [, accepted, right] = TYPES.find(([ending]) => ending.test(file)) ?? [];
  if (!accepted) return;
  const value = header(answer, "content-type");
  const essence = value?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!accepted.test(essence)) {
    const is = value === undefined ? "without `Content-Type`" : `as \`${essence}\``;
    const finding = diagnostic(
      "serve/wrong-content-type",
      `served ${is}`,
      undefined,
      `Send \`Content-Type: ${right}\`.`,
    );
    // `fetch` reads JSON of any type; only an import of it does not.
    found.addDiagnostic(/\.json$/.test(file) ? { ...finding, severity: "warning" } : finding);
  }
  if (/\.html?$/.test(file)) return;
  if (header(answer, "x-content-type-options")?.trim().toLowerCase() !== "nosniff") {
    found.add("serve/missing-nosniff", "served without `X-Content-Type-Options: nosniff`");
  }
}

function judgeOrigins(served: Served, compressed: Answer, plain: Answer, { shells }: Judging, found: Findings): void {
  // Pages are opened, not loaded from elsewhere.
  if (shells?.length === 0 || /\.html?$/.test(served.file)) return;
  if (served.allowed) {
    const refused = [...served.allowed].filter(([shell, allowed]) => allowed !== "*" && allowed !== shell);
    for (const [shell, allowed] of refused) {
      const how = allowed === undefined ? "without `Access-Control-Allow-Origin`" : `for ${allowed} only`;
      found.add("serve/missing-cors", `served ${how} to ${shell}`);
    }
    return;
  }
  const allowed = header(compressed, "access-control-allow-origin");
  if (allowed === undefined) {
    const message = "served without `Access-Control-Allow-Origin`";
    if (/(^|,)\s*origin\s*(,|$)/i.test(header(compressed, "vary") ?? "")) {
      const help = "Name the origins of the shells in `cache.shells`, so that the command can ask as one of them.";
      found.add("serve/not-checked", `${message} to an unknown origin, and depends on it`, help);
    } else found.add("serve/missing-cors", message);
  } else if (allowed !== "*" && sameForAll(compressed, plain, served.sameOrigin)) {
    const help = "Name the origins of the shells in `cache.shells`, or send `Access-Control-Allow-Origin: *`.";
    found.add("serve/missing-cors", `allows ${allowed} and no other origin`, help);
  }
}

/** Whether the server sends one origin to everybody. */
function sameForAll(compressed: Answer, plain: Answer, sameOrigin: Answer | undefined): boolean {
  const allowed = [compressed, plain, sameOrigin].map((one) => one && header(one, "access-control-allow-origin"));
  return new Set(allowed).size === 1 && allowed[0] !== undefined;
}

function judgeCaching(
  { sameOrigin, plain, revalidated }: Served,
  compressed: Answer,
  role: FileRole,
  { entrySeconds, purged }: Judging,
  found: Findings,
): void {
  const sameForAllOrigins = plain !== undefined && sameForAll(compressed, plain, sameOrigin);
  // The answer that names an origin is the one that a cache may mix up; the compressed one is the one of browsers.
  const answer = plain && namesOneOrigin(plain) && !namesOneOrigin(compressed) ? plain : compressed;
  const judged = judgeResponse(answer.status, answer.headers, {
    role: role.role,
    sameForAllOrigins,
    ...(entrySeconds !== undefined && { entrySeconds }),
    ...(purged !== undefined && { purged }),
  });
  addCaching(judged.diagnostics, judged.browser.seconds, role, entrySeconds ?? 300, found);
  if (revalidated !== undefined && revalidated !== 304 && judged.browser.stored && role.role !== "hashed") {
    found.add("cache/validator-ignored", `not revalidated: the server answers ${revalidated} to its own validator`);
  }
}

/** The findings of the judge, by what is known of the name. */
export function addCaching(
  diagnostics: readonly Diagnostic[],
  seconds: number,
  role: FileRole,
  entrySeconds: number,
  found: Findings,
): void {
  const kept = diagnostics.filter(
    (one) => one.rule === "cache/unhashed-immutable" || one.rule === "cache/unhashed-too-fresh",
  );
  if (role.reused && seconds > entrySeconds) {
    found.add("cache/name-reused", `may be reused for ${seconds} s without asking, and ${role.why}`);
  } else if (role.unverified !== undefined && kept.length > 0) {
    found.add(
      "cache/unverified-hash",
      `may be reused for ${seconds} s without asking, and no hash of its content begins with the part of its name that looks like one`,
    );
  }
  const isReplaced = (one: Diagnostic) =>
    kept.includes(one) && ((role.reused && seconds > entrySeconds) || role.unverified !== undefined);
  for (const one of diagnostics) {
    if (isReplaced(one)) continue;
    found.addDiagnostic({ ...one, message: `${roleName(role)}: ${one.message}` });
  }
}

/** A role for messages. */
function roleName({ role }: FileRole): string {
  const names = {
    entry: "entry URL",
    hashed: "file with a hash in its name",
    unhashed: "file without a hash in its name",
    "tenant-manifest": "manifest that depends on who asks",
  };
  return names[role];
}

/** What is wrong with the answer for a file that does not exist. */
export function judgeMissing({ url, answer, failure }: MissingAnswer, judging: Judging): FileFinding[] {
  const found = new Findings(new URL(url).pathname, url);
  if (!answer) {
    found.add("serve/unreachable", `does not exist, and cannot be requested: ${failure}`);
    return found.all;
  }
  const { status, redirectedTo } = answer;
  if (status >= 500) {
    found.add("serve/not-checked", `does not exist, and is answered with ${status}, so missing files were not checked`);
  } else if (status < 400) {
    const type = header(answer, "content-type")?.split(";")[0] ?? "no type";
    const way = redirectedTo === undefined ? "" : `, after a redirect to ${redirectedTo}`;
    found.add("serve/fallback-for-missing-file", `does not exist, and is answered with ${status} and ${type}${way}`);
  } else {
    const { entrySeconds, purged } = judging;
    const { diagnostics } = judgeResponse(status, answer.headers, {
      role: "entry",
      ...(entrySeconds !== undefined && { entrySeconds }),
      ...(purged !== undefined && { purged }),
    });
    // What is wrong with the syntax is said of the files that exist.
    for (const one of diagnostics) {
      if (one.rule === "cache/missing-file-kept") {
        found.addDiagnostic({ ...one, message: `does not exist, and ${one.message}` });
      }
    }
  }
  return found.all;
}

/** What is wrong with a file of the release before. */
export function judgePrevious(served: Served): FileFinding[] {
  const found = new Findings(served.file, served.url);
  const { failure, plain, compressed } = served;
  const answer = plain ?? compressed;
  if (failure !== undefined || !answer) {
    found.add("serve/unreachable", `of the previous release, cannot be fetched: ${failure}`);
  } else if (answer.status >= 500) {
    found.add("serve/not-checked", `of the previous release, answered with ${answer.status}`);
  } else if (answer.status !== 200) {
    found.add("serve/previous-release-gone", `of the previous release, answered with ${answer.status}`);
  } else if (answer.isSealed === false) {
    const what = answer.isPage ? "with a page" : "with bytes that differ from those sealed then";
    found.add("serve/previous-release-gone", `of the previous release, answered ${what}`);
  }
  return found.all;
}

/** Collects what is wrong with one file. */
export class Findings {
  readonly all: FileFinding[] = [];

  constructor(
    readonly subject: string,
    readonly url: string,
    readonly place?: Omit<NonNullable<Diagnostic["location"]>, "file">,
  ) {}

  add(rule: string, message: string, help?: string): void {
    this.addDiagnostic(diagnostic(rule, message, undefined, help));
  }

  addDiagnostic({ rule, severity, undecided, message, help }: Diagnostic): void {
    const location = { file: this.url, ...this.place };
    this.all.push({ subject: this.subject, location, rule, severity, undecided, message, help });
  }
}

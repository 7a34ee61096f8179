import { type CacheRole, type HeaderLine, judgeResponse, type Reuse, render } from "@fedseal/binding";
import { type ExitCode, exitCode } from "../exit-code.js";
import { print, visible } from "../output.js";

interface Options {
  role: CacheRole;
  header: HeaderLine[];
  allHeaders: boolean;
  status: number;
  entryMaxAge: number;
  purged: boolean;
  format: "text" | "json";
}

/** `fedseal cache test --role <role> [value]` */
export function testCacheControl(value: string | undefined, options: Options): ExitCode {
  const { role, status, allHeaders: complete, entryMaxAge: entrySeconds, purged } = options;
  const given = value === undefined ? [] : [{ name: "Cache-Control", value }];
  const headers = [...given, ...options.header];
  const judged = judgeResponse(status, headers, { role, complete, entrySeconds, purged });
  const { diagnostics: findings, reusableForSeconds, browser, shared, recommended } = judged;
  if (options.format === "json") {
    const report = JSON.parse(render({ findings, area: "cache", base: "" }, "json")) as { findings: unknown };
    const answer = { findings: report.findings, reusableForSeconds, role, browser, shared, recommended };
    print(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    const text = render({ findings, area: "cache", base: "" }, "text");
    const lines = [
      value === undefined ? "no Cache-Control" : `Cache-Control: ${visible(value)}`,
      `  role           ${role}`,
      `  browsers       ${explain(browser)}`,
      `  shared caches  ${explain(shared)}`,
      `  recommended    Cache-Control: ${recommended}`,
    ];
    print(`${[text, lines.join("\n")].filter((part) => part !== "").join("\n\n")}\n`);
  }
  return exitCode(findings);
}

/** What a cache does, in a line. */
function explain(reuse: Reuse): string {
  if (!reuse.stored) return "do not store it";
  const parts = [time(reuse)];
  if (reuse.immutable) parts.push("do not ask on reload");
  if (reuse.staleWhileRevalidate > 0) parts.push(`reuse it for ${reuse.staleWhileRevalidate} s more while they ask`);
  if (reuse.staleIfError > 0) parts.push(`reuse it for ${reuse.staleIfError} s more when the server fails`);
  return parts.join("; ");
}

function time({ seconds, heuristic, dated }: Reuse): string {
  if (dated)
    return "reuse it until the date in `Expires` without asking: without `Date`, they count from when they receive it";
  if (!heuristic)
    return seconds === 0 ? "store it, and ask before each reuse" : `reuse it for ${seconds} s without asking`;
  return seconds === 0
    ? "guess for how long they reuse it: the server does not say"
    : `guess that they may reuse it for ${seconds} s without asking: the server does not say`;
}

import { type CacheRole, type HeaderLine, judgeResponse, type Reuse, render } from "@fedseal/binding";
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import { list } from "../contract/options.js";
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

/** Adds `fedseal cache test`. */
export function register(cache: Command, done: (code: ExitCode) => void): void {
  cache
    .command("test")
    .description("judge one Cache-Control value: what is wrong with it, and for how long caches reuse the response")
    .argument(
      "[value]",
      "the value of Cache-Control (default: the response has none); for several lines add --header 'Cache-Control: …'",
    )
    .addOption(
      new Option("--role <role>", "what the URL stands for")
        .choices(["entry", "hashed", "unhashed", "tenant-manifest"])
        .makeOptionMandatory(),
    )
    .addOption(list("--header <name: value>", "another header of the response, such as 'ETag: \"a\"'", headerLine))
    .option("--all-headers", "the response has no other headers: a missing validator or Vary is a finding", false)
    .addOption(new Option("--status <code>", "status of the response").argParser(statusCode).default(200))
    .addOption(
      new Option("--entry-max-age <seconds>", "how long an entry may be reused without asking")
        .argParser(seconds)
        .default(300),
    )
    .option("--purged", "each deployment purges shared caches, so s-maxage on an entry is right", false)
    .addOption(new Option("--format <name>", "output format").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      `
Examples:
  fedseal cache test --role entry 'no-cache'
  fedseal cache test --role hashed 'public, max-age=31536000, immutable'
  fedseal cache test --role entry 'max-age=60' --header 'ETag: "a"' --all-headers --format json`,
    )
    .action((value: string | undefined, options: Options) => done(testCacheControl(value, options)));
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

/** `Name: value`, as in HTTP. */
export function headerLine(text: string): HeaderLine {
  const at = text.indexOf(":");
  const name = text.slice(0, at).trim();
  if (at < 1 || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) throw new InvalidArgumentError("Write it as name: value.");
  return { name, value: text.slice(at + 1).trim() };
}

function statusCode(text: string): number {
  if (!/^[1-5]\d\d$/.test(text)) throw new InvalidArgumentError("It must be a number from 100 to 599.");
  return Number(text);
}

function seconds(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number of seconds.");
  return Number(text);
}

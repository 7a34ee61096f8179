import type { HeaderLine } from "@fedseal/binding";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type Done, list } from "../options.js";

/** `fedseal cache …` */
export function register(command: Command, done: Done): void {
  testCommand(command, done);
}

/** Adds `fedseal cache test`. */
function testCommand(cache: Command, done: Done): void {
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
    .action(async (value: string | undefined, options) => {
      const { testCacheControl } = await import("../cache/test.js");
      done(await testCacheControl(value, options));
    });
}

/** `Name: value`, as in HTTP. */
function headerLine(text: string): HeaderLine {
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

import { createRequire } from "node:module";
import { Command, CommanderError, Help } from "commander";
import { INSTEAD, namesCredentials, withoutCredentials } from "../config/addresses.js";
import { indexOfKey, withoutKeys } from "../private-keys.js";
import { registerFor } from "./commands/lines.js";
import type { ExitCode } from "./exit-code.js";

/** Runs the `fedseal` command with these arguments. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const done = (outcome: ExitCode) => {
    code = outcome;
  };
  // Before anything reads them: commands, their findings and the messages of the parser print what they were given.
  const secret = args.findIndex(namesCredentials);
  if (secret >= 0) {
    const what = `argument ${secret + 1} of the call holds a URL with a user name or password in it`;
    process.stderr.write(`fedseal: ${what}; ${INSTEAD}\n`);
    return 2;
  }
  const key = indexOfKey(args);
  if (key >= 0) {
    const what = `argument ${key + 1} of the call is not shown: it may be a private key`;
    const help = "Give `--key` the name of the key's file, or env:NAME with the name of a variable that holds it";
    process.stderr.write(`fedseal: ${what}. ${help}.\n`);
    return 2;
  }
  const { version, homepage } = createRequire(import.meta.url)("../../package.json") as {
    version: string;
    homepage?: string;
  };
  const reference = "docs/reference/command.md";
  const address = homepage === undefined ? `${reference} in the repository of fedseal` : `${homepage}/${reference}`;
  const program = new Command("fedseal")
    .description("Seals Module Federation output, checks it, and holds remotes to their contracts.")
    .version(version, "-V, --version")
    // So that `-v` of a command is its own.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(withoutKeys(withoutHeader(withoutCredentials(text)), args)),
    })
    .configureHelp({
      optionDescription(option) {
        const text = Help.prototype.optionDescription.call(this, option);
        return option.mandatory ? `${text} (required)` : text;
      },
    })
    .showHelpAfterError("Run `fedseal --help` for what is possible.")
    .addHelpText(
      "after",
      `
Exit codes: 0 clean, 1 findings, 2 could not check or wrong call.
Configuration: fedseal.config.{json,jsonc,js,mjs,ts}; \`fedseal init\` writes one.
Documentation: ${address}`,
    );
  await registerFor(args, program, done);

  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // A bug of ours: nothing was checked.
    process.stderr.write(`fedseal: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 2;
  }
  return code;
}

/** What the parser says of a `--header` that it refuses, without the header: its value may be a secret. */
function withoutHeader(text: string): string {
  return text.replace(/^(error: option '--header [^']*' argument )'.*' (is invalid\.)/s, "$1$2");
}

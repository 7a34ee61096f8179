import { createRequire } from "node:module";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { registerCache } from "./cache/register.js";
import { registerContract } from "./contract/register.js";
import { explainRule } from "./explain.js";
import { registerHeaders } from "./headers.js";
import { seal } from "./seal.js";
import { verify } from "./verify.js";

/** Exit codes: clean; something was found; something could not be checked, or the call was wrong. */
export type ExitCode = 0 | 1 | 2;

/** Runs the `fedseal` command with these arguments. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
  const program = new Command("fedseal")
    .description("Seals Module Federation output, checks it, and holds remotes to their contracts.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("Run `fedseal --help` for what is possible.")
    .addHelpText("after", "\nExit codes: 0 clean, 1 findings, 2 could not check or wrong call.");

  const folder = "output folder that holds the manifest";
  program
    .command("seal")
    .description("seal a finished output folder: hash every loadable file and write the hashes into its manifest")
    .argument("<dir>", folder)
    .addOption(manifest())
    .addOption(
      new Option("--entries <form>", "how entries are written (default: as sealed before, else object)").choices([
        "object",
        "string",
      ]),
    )
    .addOption(
      new Option("--algorithm <name>", "hash of `integrity` (default: as sealed before, else sha384)").choices([
        "sha256",
        "sha384",
        "sha512",
      ]),
    )
    .option("--release <id>", "release id (default: $FEDSEAL_RELEASE, else derived from the files)", notEmpty)
    .addOption(globs("--include", "loadable although its name does not say so"))
    .addOption(globs("--exclude", "loaded by no page"))
    .addOption(format())
    .action(async (dir: string, options) => {
      code = await seal(dir, options);
    });
  program
    .command("verify")
    .description("hash a folder again and list drift, missing, unlisted and malformed")
    .argument("<dir>", folder)
    .addOption(manifest())
    .addOption(globs("--include", "loadable although its name does not say so"))
    .addOption(globs("--exclude", "loaded by no page"))
    .addOption(format())
    .action(async (dir: string, options) => {
      code = await verify(dir, options);
    });
  await registerContract(program, args, (outcome) => {
    code = outcome;
  });
  registerCache(program, (outcome) => {
    code = outcome;
  });
  registerHeaders(program, (outcome) => {
    code = outcome;
  });
  program
    .command("explain")
    .description("say why a rule exists and what to do; without a rule, list them all")
    .argument("[rule]", "rule id, for example integrity/drift")
    .action((rule: string | undefined) => {
      code = explainRule(rule);
    });

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

function manifest(): Option {
  return new Option("--manifest <file>", "manifest, relative to the folder (default: the only mf-manifest.json)");
}

function format(): Option {
  return new Option("--format <name>", "output format").choices(["text", "json", "github", "sarif"]).default("text");
}

function globs(flag: string, meaning: string): Option {
  return new Option(`${flag} <glob>`, `files that are ${meaning}; may be repeated`)
    .argParser((glob: string, all: string[]) => [...all, glob])
    .default([] as string[], "none");
}

function notEmpty(value: string): string {
  if (value === "") throw new InvalidArgumentError("It must not be empty.");
  return value;
}

import { type Command, InvalidArgumentError, Option } from "commander";
import { CHECK_FORMATS } from "../../check/formats/formats.js";
import { didYouMean } from "../../near-name.js";
import { formatOption } from "../formats.js";
import { configuration, type Done, moment, quiet, verbose } from "../options.js";
import type { Output } from "../report-files.js";

/** `fedseal check` */
export function register(command: Command, done: Done): void {
  command
    .argument("[targets...]", "output folders, and URLs of manifests (default: those of the configuration, else dist)")
    .addOption(new Option("--base <base>", "what to compare with: a git ref, a folder, a URL, or last"))
    .addOption(configuration())
    .addOption(formatOption(CHECK_FORMATS))
    .addOption(
      new Option("--output <format=file>", "a report in another format, in a file; may be repeated")
        .argParser((text: string, all: Output[]) => [...all, output(text)])
        .default([] as Output[], "none"),
    )
    .addOption(verbose())
    .addOption(quiet())
    .addOption(moment())
    .addHelpText(
      "after",
      `
Examples:
  fedseal check
  fedseal check dist https://cdn.example.com/shop/mf-manifest.json
  fedseal check --base origin/main --format github --output sarif=fedseal.sarif --output markdown=comment.md
  fedseal check --base last --output html=fedseal.html`,
    )
    .action(async (targets: string[], options) => {
      const { runCheck } = await import("../check.js");
      done(await runCheck(targets, options));
    });
}

function output(text: string): Output {
  const at = text.indexOf("=");
  const format = text.slice(0, Math.max(at, 0));
  const file = text.slice(at + 1);
  if (file === "-") throw new InvalidArgumentError("Standard output has what --format names.");
  if (at < 1 || file === "") throw new InvalidArgumentError("Write it as sarif=fedseal.sarif.");
  const known = CHECK_FORMATS.find((one) => one === format);
  if (known) return { format: known, file };
  const hint = didYouMean(format, CHECK_FORMATS) ?? `Allowed formats: ${CHECK_FORMATS.join(", ")}.`;
  throw new InvalidArgumentError(`There is no format ${JSON.stringify(format)}. ${hint}`);
}

import { type Command, Option } from "commander";
import { configuration, type Done, moment, notEmpty } from "../options.js";

/** `fedseal report` */
export function register(command: Command, done: Done): void {
  command
    .argument("[targets...]", "output folders, and URLs of manifests (default: those of the configuration, else dist)")
    .addOption(new Option("--base <base>", "the release before: a git ref, a folder, a URL, or last"))
    .addOption(configuration())
    .addOption(
      new Option("-o, --out <file>", "file to write; - is standard output")
        .default("fedseal-report.html")
        .argParser(notEmpty),
    )
    .addOption(moment())
    .addHelpText(
      "after",
      `
The page needs no network. The exit code is that of \`fedseal check\`.

Examples:
  fedseal report
  fedseal report dist --base https://cdn.example.com/shop/mf-manifest.json
  fedseal report dist --base ../last-release/dist --out report.html`,
    )
    .action(async (targets: string[], options) => {
      const { runReport } = await import("../report.js");
      done(await runReport(targets, options));
    });
}

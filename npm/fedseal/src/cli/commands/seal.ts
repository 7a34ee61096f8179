import { type Command, Option } from "commander";
import { formatOption } from "../formats.js";
import { configuration, type Done, FOLDER, globs, manifest, notEmpty, quiet, verbose } from "../options.js";

/** `fedseal seal` */
export function register(command: Command, done: Done): void {
  command
    .argument("<dir>", FOLDER)
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
    .addOption(globs("--include"))
    .addOption(globs("--exclude"))
    .addOption(configuration())
    .addOption(formatOption())
    .addOption(verbose())
    .addOption(quiet())
    .addHelpText("after", "\nExamples:\n  fedseal seal dist\n  fedseal seal dist --exclude 'legacy/**'")
    .action(async (dir: string, options) => {
      const { seal } = await import("../seal.js");
      done(await seal(dir, options));
    });
}

import { type Command, Option } from "commander";
import { TIMEOUT } from "../../gates/integrity/limits.js";
import { formatOption } from "../formats.js";
import { configuration, type Done, globs, manifest, milliseconds, moment, quiet, verbose } from "../options.js";

/** `fedseal verify` */
export function register(command: Command, done: Done): void {
  command
    .argument("<target>", "output folder, or URL of a manifest that a server serves")
    .addOption(manifest())
    .addOption(globs("--include"))
    .addOption(globs("--exclude"))
    .addOption(configuration())
    .addOption(new Option("--state <dir>", "folder to take an interrupted check of a URL up from; only for a URL"))
    .addOption(
      new Option("--timeout <ms>", `milliseconds for all files of a URL (default: ${TIMEOUT})`).argParser(milliseconds),
    )
    .addOption(formatOption())
    .addOption(verbose())
    .addOption(quiet())
    .addOption(moment())
    .addOption(
      new Option(
        "--key <file>",
        "public JWK that the manifest has to be signed by; may be repeated, one of them is enough",
      )
        .argParser((file: string, all: string[]) => [...all, file])
        .default([] as string[], "signatures are not looked at"),
    )
    .addHelpText(
      "after",
      `
Examples:
  fedseal verify dist
  fedseal verify dist --key keys/team.public.jwk
  fedseal verify https://cdn.example.com/shop/mf-manifest.json --key keys/team.public.jwk --state .fedseal`,
    )
    .action(async (target: string, options) => {
      const { verify } = await import("../verify.js");
      done(await verify(target, options));
    });
}

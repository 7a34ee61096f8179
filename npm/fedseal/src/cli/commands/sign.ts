import { type Command, Option } from "commander";
import { formatOption } from "../formats.js";
import { type Done, FOLDER, globs, manifest, notEmpty, quiet, verbose } from "../options.js";
import { expires, integer, originOption, signer, signingKey, unixTime } from "../sign/options.js";

/** `fedseal keygen` */
export function keygen(command: Command, done: Done): void {
  command
    .addOption(new Option("--out <dir>", "folder for both files").makeOptionMandatory())
    .addOption(
      new Option("--alg <name>", "Ed25519, or ES256 for a KMS without it")
        .choices(["Ed25519", "ES256"])
        .default("Ed25519"),
    )
    .addOption(
      new Option(
        "--from <pem>",
        "file of a public key in PEM, as a KMS hands it out: writes its <kid>.public.jwk alone",
      )
        // Its algorithm is its own.
        .conflicts("alg"),
    )
    .addOption(formatOption())
    .addOption(verbose())
    .addOption(quiet())
    .addHelpText(
      "after",
      `
Keep the private key out of the repository: give it to the pipeline as a secret, and delete the file.

Examples:
  fedseal keygen --out keys
  fedseal keygen --out keys --alg ES256
  fedseal keygen --out keys --from kms.pem`,
    )
    .action(async (options) => {
      const { keygen } = await import("../sign/keygen.js");
      done(await keygen(options));
    });
}

/** `fedseal sign` */
export function sign(command: Command, done: Done): void {
  command
    .argument("<dir>", FOLDER)
    .addOption(signingKey())
    .addOption(signer())
    .addOption(originOption())
    .option("--remote <name>", "name that hosts ask for (default: the manifest's)", notEmpty)
    .option("--release <id>", "release id (default: the sealed one)", notEmpty)
    .addOption(new Option("--seq <number>", "grows from release to release (default: the time)").argParser(integer))
    .addOption(expires())
    .addOption(unixTime())
    .option("--append", "keep the signatures that are there: of another key, or for another origin", false)
    .addOption(manifest())
    .addOption(globs("--include"))
    .addOption(globs("--exclude"))
    .addOption(formatOption())
    .addOption(verbose())
    .addOption(quiet())
    .addHelpText(
      "after",
      `
Examples:
  fedseal sign dist --key env:FEDSEAL_KEY --origin https://cdn.example.com
  fedseal sign dist --key new.private.jwk --origin https://cdn.example.com --append
  fedseal sign dist --key team.public.jwk --signer './kms-sign.sh' --origin https://cdn.example.com`,
    )
    .action(async (dir: string, options) => {
      const { sign } = await import("../sign/sign.js");
      done(await sign(dir, options));
    });
}

/** `fedseal resign` */
export function resign(command: Command, done: Done): void {
  command
    .argument("<dir>", FOLDER)
    .addOption(signingKey())
    .addOption(signer())
    .addOption(expires())
    .addOption(unixTime())
    .addOption(manifest())
    .addOption(globs("--include"))
    .addOption(globs("--exclude"))
    .option("--expired", "renew signatures that have ended, too: only for the release that should be live", false)
    .addOption(formatOption())
    .addOption(verbose())
    .addOption(quiet())
    .addHelpText(
      "after",
      "\nExamples:\n  fedseal resign dist --key env:FEDSEAL_KEY\n  fedseal resign dist --key env:FEDSEAL_KEY --expires 7d",
    )
    .action(async (dir: string, options) => {
      const { resign } = await import("../sign/resign.js");
      done(await resign(dir, options));
    });
}

import { type Command, Option } from "commander";
import type { Done } from "../options.js";

/** `fedseal explain` */
export function register(command: Command, done: Done): void {
  command
    .argument("[name]", "rule or error code, for example integrity/drift or ERR_FEDSEAL_FETCH")
    .addOption(new Option("--format <name>", "output format").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      "\nExamples:\n  fedseal explain integrity/drift\n  fedseal explain ERR_FEDSEAL_INTEGRITY_MISMATCH",
    )
    .action(async (name: string | undefined, { format }) => {
      const { explainName } = await import("../explain.js");
      done(await explainName(name, format));
    });
}

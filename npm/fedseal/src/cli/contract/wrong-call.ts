import type { Diagnostic, Location } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";

/** A call that contradicts itself, or names what is not there. */
export function wrongCall(
  command: string,
  message: string,
  location?: Location,
  help = "Correct the call.",
): Diagnostic {
  const page = `\`fedseal contract ${command} --help\` and \`docs/reference/command.md\` say what is possible.`;
  return diagnostic("options/invalid", message, location, `${help} ${page}`);
}

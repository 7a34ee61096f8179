import { type Command, InvalidArgumentError, Option } from "commander";
import type { Done } from "../options.js";

/** `fedseal init` */
export function register(command: Command, done: Done): void {
  command
    .option("-y, --yes", "write without asking", false)
    .addOption(
      new Option(
        "--ci <name>",
        "pipeline to write a step for: github, gitlab or none (default: those that the repository has); may be repeated",
      ).argParser((name: string, all: string[] = []) => [...all, ciName(name)]),
    )
    .action(async (options) => {
      const { init } = await import("../init.js");
      done(await init(options));
    });
}

function ciName(name: string): string {
  if (["github", "gitlab", "none"].includes(name)) return name;
  throw new InvalidArgumentError("Allowed choices are github, gitlab, none.");
}

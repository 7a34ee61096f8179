import { Option } from "commander";

/** Formats of every command that reports findings. */
export const FORMATS = ["text", "json", "github", "sarif"] as const;

/** Those, and the comment of a pull request: for commands that give a verdict. */
export const VERDICT_FORMATS = [...FORMATS, "markdown"] as const;

/** How findings are printed. */
export type Format = (typeof FORMATS)[number];

/** How a verdict is printed. */
export type VerdictFormat = (typeof VERDICT_FORMATS)[number];

/** `--format`, with these choices. */
export function formatOption(formats: readonly string[] = FORMATS): Option {
  return new Option("--format <name>", "output format").choices(formats).default("text");
}

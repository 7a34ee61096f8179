import { type Command, InvalidArgumentError, Option } from "commander";
import semver from "semver";
import { formatOption, VERDICT_FORMATS } from "../formats.js";

/** Options that several `fedseal contract …` commands have. */

/** `name@version` */
export interface App {
  name: string;
  version: string;
}

const PROFILES = ["standard", "strict", "experimental"];

/** How a remote's sources are named. */
export function sources(command: Command): Command {
  return command
    .addOption(new Option("--root <dir>", "folder of the remote's project").default("."))
    .option("--remote <name>", "name of the remote (default: that of the statistics)")
    .option("--remote-version <version>", "its version (default: that of its package.json)", version)
    .addOption(list("--expose <key=file>", "expose and its source, as ./Button=src/Button.tsx", exposed))
    .option("--stats <file>", "mf-stats.json of a build, which names the exposes and their sources")
    .option("--tsconfig <file>", "tsconfig, relative to the root (default: tsconfig.json)")
    .addOption(profile().default("standard"));
}

export function profile(): Option {
  return new Option("--profile <name>", "how changes are judged").choices(PROFILES);
}

export function packaged(): Option {
  return new Option(
    "--package <dir>",
    "contract package: a folder or an installed one (default: @platform/mfe-contracts)",
  );
}

export function matrix(): Option {
  return new Option("--matrix <file>", "what is deployed where").default("deployments.json");
}

/** Milliseconds for one comparison. */
export const COMPARISON_TIMEOUT = 60_000;

export function timeout(value: number | null = COMPARISON_TIMEOUT): Option {
  return new Option("--timeout <ms>", "milliseconds one comparison may take; longer means not decided")
    .argParser(milliseconds)
    .default(value ?? undefined);
}

export function milliseconds(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError("It must be a number above 0.");
  return value;
}

export function plain(): Option {
  return formatOption();
}

export function verdict(): Option {
  return formatOption(VERDICT_FORMATS);
}

export function verbose(): Option {
  return new Option("-v, --verbose", "print all findings, also beyond twenty").default(false);
}

export function list<T = string>(
  flag: string,
  meaning: string,
  parse: (text: string) => T = (text) => text as T,
): Option {
  return new Option(flag, `${meaning}; may be repeated`)
    .argParser((text: string, all: T[] = []) => [...all, parse(text)])
    .default([] as T[], "none");
}

export function app(text: string): App {
  const at = text.lastIndexOf("@");
  const found = { name: text.slice(0, at), version: text.slice(at + 1) };
  if (at < 1 || semver.valid(found.version) === null) throw new InvalidArgumentError("Write it as name@1.2.3.");
  return found;
}

function version(text: string): string {
  if (semver.valid(text) === null) throw new InvalidArgumentError("Write it as 1.2.3.");
  return text;
}

function exposed(text: string): { key: string; source: string } {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError("Write it as ./Button=src/Button.tsx.");
  return { key: text.slice(0, at), source: text.slice(at + 1) };
}

import { type Command, InvalidArgumentError, Option } from "commander";
import { appProblem, environmentProblem, packageProblem, remoteProblem, versionProblem } from "../../contract/names.js";
import { COMPARISON_TIMEOUT } from "../../contract/verdict/limits.js";
import { formatOption, VERDICT_FORMATS } from "../formats.js";
import { list, milliseconds } from "../options.js";

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
    .option("--remote <name>", "name of the remote (default: that of the statistics)", remoteName)
    .option("--remote-version <version>", "its version (default: that of its package.json)", version)
    .addOption(list("--expose <key=file>", "expose and its source, as ./Button=src/Button.tsx", exposed))
    .option("--stats <file>", "mf-stats.json of a build, which names the exposes and their sources")
    .option("--tsconfig <file>", "tsconfig, relative to the root (default: tsconfig.json)")
    .addOption(profile());
}

export function profile(otherwise = "standard"): Option {
  const words = `how changes are judged (default: of the configuration, else ${otherwise})`;
  return new Option("--profile <name>", words).choices(PROFILES);
}

export function packaged(): Option {
  return new Option(
    "--package <dir>",
    "contract package: a folder or an installed one (default: of the configuration, else @platform/mfe-contracts)",
  );
}

export function matrix(): Option {
  return new Option("--matrix <file>", "what is deployed where").default("deployments.json");
}

export function timeout(): Option {
  const words = `milliseconds one comparison may take; longer means not decided (default: of the configuration, else ${COMPARISON_TIMEOUT})`;
  return new Option("--timeout <ms>", words).argParser(milliseconds);
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

export function app(text: string): App {
  const at = text.lastIndexOf("@");
  const found = { name: text.slice(0, at), version: text.slice(at + 1) };
  if (at < 1) throw new InvalidArgumentError("Write it as name@1.2.3.");
  appName(found.name);
  version(found.version);
  return found;
}

/** A text that has to be of some form. */
function checked(problemOf: (text: string) => string | undefined): (text: string) => string {
  return (text) => {
    const problem = problemOf(text);
    if (problem !== undefined) throw new InvalidArgumentError(`${problem}.`);
    return text;
  };
}

const version = checked(versionProblem);
export const remoteName = checked(remoteProblem);
export const appName = checked(appProblem);
export const environment = checked(environmentProblem);
export const npmName = checked(packageProblem);

function exposed(text: string): { key: string; source: string } {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError("Write it as ./Button=src/Button.tsx.");
  return { key: text.slice(0, at), source: text.slice(at + 1) };
}

import { type Command, InvalidArgumentError, Option } from "commander";
import semver from "semver";
import type { ExitCode } from "../main.js";
import type { App } from "./deploy.js";

const PROFILES = ["standard", "strict", "experimental"];

/** Adds `fedseal contract …`. What a command does is loaded when it runs: TypeScript takes a while. */
export function registerContract(program: Command, done: (code: ExitCode) => void): void {
  const contract = program
    .command("contract")
    .description("what a remote promises: extract it, compare it, decide what may be deployed");

  sources(contract.command("extract"))
    .description("extract the contract of a remote from its sources")
    .addOption(new Option("--out <file>", "where to").default("mf-contract.json"))
    .addOption(plain())
    .action(async (options) => done(await (await import("./extract.js")).extractContract(options)));
  contract
    .command("generate")
    .description("make or update a contract package: what shells compile against")
    .argument("[contracts...]", "contracts, or output folders that hold one")
    .requiredOption("--out <dir>", "folder of the package")
    .option("--name <name>", "name of the npm package (default: as before, else @platform/mfe-contracts)")
    .addOption(list("--remove <remote>", "remote that is gone"))
    .addOption(new Option("--fresh", "begin anew: give all contracts, for a package that was damaged").default(false))
    .option("--shell <name>", "shell whose uses are locked")
    .option("--uses <dir>", "its sources")
    .addOption(list("--requires <remote@range>", "versions the shell works with (default: ^ the locked one)", ranged))
    .addOption(plain())
    .action(async (given, options) => done(await (await import("./generate.js")).generatePackage(given, options)));
  contract
    .command("pull")
    .description("take the contract of a deployed remote, as sealed in its manifest, into a contract package")
    .argument("<manifest-url>", "URL of the remote's mf-manifest.json")
    .requiredOption("--out <dir>", "folder of the package")
    .option("--name <name>", "name of the npm package (default: as before, else @platform/mfe-contracts)")
    .addOption(list("--header <name: value>", "header for a private manifest", headed))
    .addOption(plain())
    .action(async (url, options) => done(await (await import("./pull.js")).pullContract(url, options)));
  contract
    .command("diff")
    .description("compare two versions: sources, declarations, contracts, contract packages, npm packages")
    .argument("<old>", "file or folder")
    .argument("<new>", "file or folder")
    .addOption(profile().default("standard"))
    .addOption(timeout())
    .addOption(verbose())
    .addOption(verdict())
    .action(async (old, now, options) => done(await (await import("./diff.js")).diff(old, now, options)));
  contract
    .command("check")
    .description("compare a remote with its locked contract; fail if its version does not cover the changes")
    .argument("[contract]", "contract, or output folder that holds one", "dist")
    .addOption(packaged())
    .addOption(profile())
    .addOption(timeout())
    .addOption(verbose())
    .addOption(verdict())
    .action(async (given, options) => done(await (await import("./check.js")).checkContract(given, options)));
  sources(contract.command("verify"))
    .description("extract everything with TypeScript as well, and fail where fedseal's fast way differs")
    .addOption(plain())
    .action(async (options) => done(await (await import("./extract.js")).verifyContract(options)));
  contract
    .command("can-i-deploy")
    .description("whether the shells of an environment work with a version of a remote; unknown means no")
    .requiredOption("--remote <remote@version>", "what is to be deployed", app)
    .requiredOption("--env <name>", "where to")
    .addOption(new Option("--contract <path>", "its contract, or output folder that holds one").default("dist"))
    .addOption(matrix())
    .addOption(timeout())
    .addOption(verdict())
    .action(async (options) => done(await (await import("./deploy.js")).canIDeploy(options)));
  contract
    .command("record-deployment")
    .description("record what was deployed: a remote by its contract, a shell by what it uses")
    .requiredOption("--app <app@version>", "what was deployed", app)
    .requiredOption("--env <name>", "where to")
    .option("--contract <path>", "for a remote: its contract, or output folder that holds one")
    .addOption(packaged())
    .addOption(matrix())
    .addOption(new Option("--keep", "other versions of it stay deployed: a canary").default(false))
    .addOption(plain())
    .action(async (options) => done(await (await import("./deploy.js")).recordDeployment(options)));
}

/** How a remote's sources are named. */
function sources(command: Command): Command {
  return command
    .addOption(new Option("--root <dir>", "folder of the remote's project").default("."))
    .option("--remote <name>", "name of the remote (default: that of the statistics)")
    .option("--remote-version <version>", "its version (default: that of its package.json)", version)
    .addOption(list("--expose <key=file>", "expose and its source, as ./Button=src/Button.tsx", exposed))
    .option("--stats <file>", "mf-stats.json of a build, which names the exposes and their sources")
    .option("--tsconfig <file>", "tsconfig, relative to the root (default: tsconfig.json)")
    .addOption(profile().default("standard"));
}

function profile(): Option {
  return new Option("--profile <name>", "how changes are judged").choices(PROFILES);
}

function packaged(): Option {
  return new Option(
    "--package <dir>",
    "contract package: a folder or an installed one (default: @platform/mfe-contracts)",
  );
}

function matrix(): Option {
  return new Option("--matrix <file>", "what is deployed where").default("deployments.json");
}

function timeout(): Option {
  return new Option("--timeout <ms>", "milliseconds an expose may take; longer means not decided")
    .argParser((text: string) => {
      const value = Number(text);
      if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError("It must be a number above 0.");
      return value;
    })
    .default(60_000);
}

function plain(): Option {
  return new Option("--format <name>", "output format").choices(["text", "json", "github", "sarif"]).default("text");
}

function verdict(): Option {
  return new Option("--format <name>", "output format")
    .choices(["text", "json", "github", "sarif", "markdown"])
    .default("text");
}

function verbose(): Option {
  return new Option("--verbose", "print all findings, also beyond twenty").default(false);
}

function list<T = string>(flag: string, meaning: string, parse: (text: string) => T = (text) => text as T): Option {
  return new Option(flag, `${meaning}; may be repeated`)
    .argParser((text: string, all: T[]) => [...all, parse(text)])
    .default([] as T[], "none");
}

function app(text: string): App {
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

function ranged(text: string): { remote: string; range: string } {
  const at = text.indexOf("@", 1);
  if (at < 1) throw new InvalidArgumentError("Write it as shop@^2.0.0.");
  return { remote: text.slice(0, at), range: text.slice(at + 1) };
}

function headed(text: string): [string, string] {
  const at = text.indexOf(":");
  if (at < 1) throw new InvalidArgumentError("Write it as name: value.");
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

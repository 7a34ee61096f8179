import { type Command, InvalidArgumentError, Option } from "commander";
import { isSendable } from "../../config/values.js";
import { PACKAGE } from "../../contract/names.js";
import {
  app,
  appName,
  environment,
  matrix,
  npmName,
  packaged,
  plain,
  profile,
  remoteName,
  sources,
  timeout,
  verbose,
  verdict,
} from "../contract/options.js";
import { type Done, list, milliseconds } from "../options.js";

/** In the order of the help. */
const COMMANDS = [
  extractCommand,
  generateCommand,
  pullCommand,
  diffCommand,
  checkCommand,
  verifyCommand,
  canIDeployCommand,
  recordDeploymentCommand,
];

/** `fedseal contract …` */
export function register(command: Command, done: Done): void {
  for (const add of COMMANDS) add(command, done);
}

function extractCommand(contract: Command, done: Done): void {
  sources(contract.command("extract"))
    .description("extract the contract of a remote from its sources")
    .addOption(new Option("--out <file>", "where to").default("mf-contract.json"))
    .addOption(plain())
    .action(async (options) => {
      const { extractContract } = await import("../contract/extract.js");
      done(await extractContract(options));
    });
}

function generateCommand(contract: Command, done: Done): void {
  contract
    .command("generate")
    .description("make or update a contract package: what shells compile against; lock what a shell uses")
    .argument("[contracts...]", "contracts, or output folders that hold one")
    .option(
      "--out <dir>",
      "folder of the package (with --shell alone, default: of the configuration, else the installed package)",
    )
    .option("--name <name>", "name of the npm package (default: as before, else @platform/mfe-contracts)", npmName)
    .addOption(list("--remove <remote>", "remote that is gone"))
    .addOption(new Option("--fresh", "begin anew: give all contracts, for a package that was damaged").default(false))
    .option("--shell <name>", "shell whose uses are locked; alone, it never makes a package", appName)
    .addOption(list("--uses <path>", "folder, file or glob with the shell's sources"))
    .addOption(list("--requires <remote@range>", "versions the shell works with (default: ^ the locked one)", ranged))
    .addOption(list("--loads <module>", "module or remote that is loaded by a name made at run time, or `none`"))
    .addOption(list("--without <remote>", "remote that has no contract yet; it is locked as unknown", remoteName))
    .addOption(plain())
    .action(async (given, options) => {
      const { generatePackage } = await import("../contract/generate.js");
      done(await generatePackage(given, options));
    });
}

function pullCommand(contract: Command, done: Done): void {
  contract
    .command("pull")
    .description("take the contract of a deployed remote, as sealed in its manifest, into a contract package")
    .argument("<manifest-url>", "URL of the remote's mf-manifest.json")
    .requiredOption("--out <dir>", "folder of the package")
    .option("--name <name>", "name of the npm package (default: as before, else @platform/mfe-contracts)", npmName)
    .addOption(list("--header <name: value>", "header for a private manifest", headed))
    .addOption(plain())
    .action(async (url, options) => {
      const { pullContract } = await import("../contract/pull.js");
      done(await pullContract(url, options));
    });
}

function diffCommand(contract: Command, done: Done): void {
  contract
    .command("diff")
    .description("compare two versions: sources, declarations, contracts, contract packages, npm packages")
    .argument("<old>", "file or folder")
    .argument("<new>", "file or folder")
    .addOption(profile())
    .addOption(timeout())
    .addOption(verbose())
    .addOption(verdict())
    .action(async (old, now, options) => {
      const { diff } = await import("../contract/diff.js");
      done(await diff(old, now, options));
    });
}

function checkCommand(contract: Command, done: Done): void {
  contract
    .command("check")
    .description("compare a remote with its locked contract; fail if its version does not cover the changes")
    .argument("[contract]", "contract, or output folder that holds one (default: of the configuration, else dist)")
    .addOption(packaged())
    .addOption(profile("that of the locked contract"))
    .addOption(timeout())
    .addOption(verbose())
    .addOption(verdict())
    .action(async (given, options) => {
      const { checkContract } = await import("../contract/check.js");
      done(await checkContract(given, options));
    });
}

function verifyCommand(contract: Command, done: Done): void {
  sources(contract.command("verify"))
    .description("extract everything with TypeScript as well, and fail where fedseal's fast way differs")
    .addOption(plain())
    .action(async (options) => {
      const { verifyContract } = await import("../contract/verify.js");
      done(await verifyContract(options));
    });
}

function canIDeployCommand(contract: Command, done: Done): void {
  contract
    .command("can-i-deploy")
    .description("whether the shells of an environment work with a version of a remote; unknown means no")
    .addOption(
      list("--remote <remote@version>", "what is to be deployed", app).default(undefined).makeOptionMandatory(),
    )
    .addOption(list("--env <name>", "where to", environment).default(undefined).makeOptionMandatory())
    .addOption(
      list(
        "--contract <path>",
        "its contract, or output folder that holds one (default: dist); with several remotes shop=<path>",
      ),
    )
    .addOption(
      list(
        "--typecheck <folder>",
        "shell that is compiled against the candidate: its folder or tsconfig, or shell=<folder>",
      ),
    )
    .addOption(
      new Option("--typecheck-timeout <ms>", "milliseconds one run of the shell's compiler may take")
        .argParser(milliseconds)
        .default(600_000),
    )
    .addOption(
      new Option(
        "--package <name>",
        `contract package that the shell has installed (default: of the configuration, else ${PACKAGE})`,
      ).argParser(npmName),
    )
    .addOption(matrix())
    .addOption(timeout())
    .addOption(verdict())
    .action(async (options) => {
      const { canIDeploy } = await import("../contract/can-i-deploy.js");
      done(await canIDeploy(options));
    });
}

function recordDeploymentCommand(contract: Command, done: Done): void {
  contract
    .command("record-deployment")
    .description("record what was deployed: a remote by its contract, a shell by what it uses")
    .requiredOption("--app <app@version>", "what was deployed", app)
    .requiredOption("--env <name>", "where to", environment)
    .option("--contract <path>", "for a remote: its contract, or output folder that holds one")
    .addOption(packaged())
    .addOption(matrix())
    .addOption(new Option("--keep", "other versions of it stay deployed: a canary").default(false))
    .addOption(plain())
    .action(async (options) => {
      const { recordDeployment } = await import("../contract/record-deployment.js");
      done(await recordDeployment(options));
    });
}

function ranged(text: string): { remote: string; range: string } {
  const at = text.indexOf("@", 1);
  if (at < 1) throw new InvalidArgumentError("Write it as shop@^2.0.0.");
  return { remote: text.slice(0, at), range: text.slice(at + 1) };
}

function headed(text: string): [string, string] {
  const at = text.indexOf(":");
  if (at < 1) throw new InvalidArgumentError("Write it as name: value.");
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (!isSendable(name, value)) {
    throw new InvalidArgumentError("It holds a line end or another character that a header cannot carry.");
  }
  return [name, value];
}

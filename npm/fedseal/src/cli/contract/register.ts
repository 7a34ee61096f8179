import type { Command } from "commander";
import type { Done } from "../options.js";

/** The files of the commands, in the order of the help. */
const COMMANDS: Record<string, () => Promise<{ register(contract: Command, done: Done): void }>> = {
  extract: () => import("./extract.js"),
  generate: () => import("./generate.js"),
  pull: () => import("./pull.js"),
  diff: () => import("./diff.js"),
  check: () => import("./check.js"),
  verify: () => import("./verify.js"),
  "can-i-deploy": () => import("./can-i-deploy.js"),
  "record-deployment": () => import("./record-deployment.js"),
};

/** Adds `fedseal contract …`. Only the command that is called is loaded: TypeScript takes a while. */
export async function register(program: Command, done: Done, args: readonly string[]): Promise<void> {
  const contract = program
    .command("contract")
    .description("what a remote promises: extract it, compare it, decide what may be deployed");
  if (!args.includes("contract")) return;
  const called = args[0] === "contract" ? args[1] : undefined;
  const known = called !== undefined && Object.hasOwn(COMMANDS, called) ? COMMANDS[called] : undefined;
  for (const load of known ? [known] : Object.values(COMMANDS)) (await load()).register(contract, done);
}

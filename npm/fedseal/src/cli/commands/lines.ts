import type { Command } from "commander";
import type { Done } from "../options.js";

/** A command, as the help of `fedseal` lists it. */
interface Line {
  /** What stands after the name. */
  usage: string;
  description: string;
  /** Loads what adds arguments, options and examples. What the command does is loaded by its action. */
  load(): Promise<(command: Command, done: Done) => void>;
}

/** The commands, in the order of the help. */
const COMMANDS: Record<string, Line> = {
  init: {
    usage: "[options]",
    description: "look at the project and write a configuration, the plugin line and a pipeline step",
    load: async () => (await import("./init.js")).register,
  },
  seal: {
    usage: "[options] <dir>",
    description: "seal a finished output folder: hash every loadable file and write the hashes into its manifest",
    load: async () => (await import("./seal.js")).register,
  },
  verify: {
    usage: "[options] <target>",
    description: "hash a folder, or what a server serves, again and list drift, missing, unlisted and malformed",
    load: async () => (await import("./verify.js")).register,
  },
  check: {
    usage: "[options] [targets...]",
    description: "run every rule that applies and print findings by area; for pipelines",
    load: async () => (await import("./check.js")).register,
  },
  report: {
    usage: "[options] [targets...]",
    description: "run every rule that applies and write a page that shows what was found and what was looked at",
    load: async () => (await import("./report.js")).register,
  },
  keygen: {
    usage: "[options]",
    description: "make a pair of keys: <kid>.private.jwk, which signs, and <kid>.public.jwk, which hosts pin",
    load: async () => (await import("./sign.js")).keygen,
  },
  sign: {
    usage: "[options] <dir>",
    description:
      "sign the manifest of a sealed output folder: verify the folder, then write <manifest>.sig beside the manifest",
    load: async () => (await import("./sign.js")).sign,
  },
  resign: {
    usage: "[options] <dir>",
    description:
      "let the signatures of a key count for longer: no new build, everything else that is signed stays as it is",
    load: async () => (await import("./sign.js")).resign,
  },
  contract: {
    usage: "",
    description: "what a remote promises: extract it, compare it, decide what may be deployed",
    load: async () => (await import("./contract.js")).register,
  },
  cache: {
    usage: "",
    description: "caching: what a Cache-Control value means",
    load: async () => (await import("./cache.js")).register,
  },
  headers: {
    usage: "[options] <dir>",
    description: "write the configuration of a server that sends the right headers for a sealed output folder",
    load: async () => (await import("./headers.js")).register,
  },
  csp: {
    usage: "",
    description: "Content Security Policy: ask one question, or generate the policy of a page",
    load: async () => (await import("./csp.js")).register,
  },
  explain: {
    usage: "[options] [name]",
    description: "say why a rule exists and what to do, or what an error code means; without a name, list them",
    load: async () => (await import("./explain.js")).register,
  },
};

/** The command that makes scripts for shells, and the one that these scripts call. */
export const COMPLETION = "completion";
const COMPLETE = "complete";

/**
 * Adds what a call needs: the command that it begins with. Where it names none at all, as `--help` or a typing mistake, the lines of the
 * help are enough.
 */
export async function registerFor(args: readonly string[], program: Command, done: Done): Promise<void> {
  const [called = ""] = args;
  const all = Object.entries(COMMANDS);
  const begun = all.filter(([name]) => name === called);
  const completes = args.includes(COMPLETION) || args.includes(COMPLETE);
  if (begun.length === 0 && !completes && !args.some((one) => Object.hasOwn(COMMANDS, one))) {
    for (const [name, { usage, description }] of all) program.command(`${name} ${usage}`).description(description);
    program.command(`${COMPLETION} <shell>`).description("Generate shell completion scripts");
    return;
  }
  for (const [name, { description, load }] of begun.length > 0 ? begun : all) {
    const register = await load();
    register(program.command(name).description(description), done);
  }
  if (begun.length > 0) return;
  const completion = await import("./completion.js");
  completion.register(program);
}

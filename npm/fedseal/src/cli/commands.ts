import type { Command } from "commander";
import type { Done } from "./options.js";

interface CommandFile {
  register(program: Command, done: Done, args: readonly string[]): void | Promise<void>;
}

/** The files of the commands, in the order of the help. */
const FILES: Record<string, () => Promise<CommandFile>> = {
  init: () => import("./init.js"),
  seal: () => import("./seal.js"),
  verify: () => import("./verify.js"),
  check: () => import("./check.js"),
  report: () => import("./report.js"),
  keygen: () => import("./sign/keygen.js"),
  sign: () => import("./sign/sign.js"),
  resign: () => import("./sign/resign.js"),
  contract: () => import("./contract/register.js"),
  cache: () => import("./cache/register.js"),
  headers: () => import("./headers.js"),
  csp: () => import("./csp/register.js"),
  explain: () => import("./explain.js"),
};

/** Adds the command that is called, and loads no other: all of them take longer than most have to do. */
export async function registerCommands(program: Command, args: readonly string[], done: Done): Promise<void> {
  const [called = ""] = args;
  const load = Object.hasOwn(FILES, called) ? FILES[called] : undefined;
  if (load) return (await load()).register(program, done, args);
  // Help, completion and the answer to a wrong name know them all.
  for (const load of Object.values(FILES)) await (await load()).register(program, done, args);
  await registerCompletion(program);
}

/** Adds `fedseal completion` and `fedseal complete`, which shells ask. */
async function registerCompletion(program: Command): Promise<void> {
  const [{ default: tab }, { explainable }] = await Promise.all([
    import("@bomb.sh/tab/commander"),
    import("./explain.js"),
  ]);
  const completion = tab(program, { completionCommandName: "completion" });
  completion.commands.get("explain")?.argument("name", (complete) => {
    for (const name of explainable()) complete(name, "");
  });
}

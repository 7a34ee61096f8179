import tab from "@bomb.sh/tab/commander";
import type { Command } from "commander";
import { explainable } from "../explain.js";
import { COMPLETION } from "./lines.js";

/** Adds `fedseal completion`, and `complete`, which its scripts call. All other commands have to be there. */
export function register(program: Command): void {
  const completion = tab(program, { completionCommandName: COMPLETION });
  completion.commands.get("explain")?.argument("name", (complete) => {
    for (const name of explainable()) complete(name, "");
  });
}

import type { Command } from "commander";
import type { Done } from "../options.js";
import { register as registerGenerate } from "./generate.js";
import { register as registerTest } from "./test.js";

/** Adds `fedseal csp …`. */
export function register(program: Command, done: Done): void {
  const csp = program
    .command("csp")
    .description("Content Security Policy: ask one question, or generate the policy of a page");
  registerTest(csp, done);
  registerGenerate(csp, done);
}

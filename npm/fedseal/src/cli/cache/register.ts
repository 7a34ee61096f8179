import type { Command } from "commander";
import type { ExitCode } from "../exit-code.js";
import { register as registerTest } from "./test.js";

/** Adds `fedseal cache …`. */
export function registerCache(program: Command, done: (code: ExitCode) => void): void {
  registerTest(program.command("cache").description("caching: what a Cache-Control value means"), done);
}

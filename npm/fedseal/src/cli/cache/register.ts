import type { Command } from "commander";
import type { Done } from "../options.js";
import { register as registerTest } from "./test.js";

/** Adds `fedseal cache …`. */
export function register(program: Command, done: Done): void {
  registerTest(program.command("cache").description("caching: what a Cache-Control value means"), done);
}

import type { Command } from "commander";
import type { Done } from "../options.js";
import * as keygen from "./keygen.js";
import * as resign from "./resign.js";
import * as sign from "./sign.js";

/** Adds `fedseal keygen`, `fedseal sign` and `fedseal resign`. */
export function registerSign(program: Command, done: Done): void {
  for (const command of [keygen, sign, resign]) command.register(program, done);
}

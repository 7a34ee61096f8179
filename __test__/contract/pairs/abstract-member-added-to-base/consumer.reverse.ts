import { Command } from "./surface";
export function info(c: Command) { return c.name + c.describe(); }

import { execute, type Command } from "./surface";
const c: Command = ["close"]; execute(...c); execute("open", "a");

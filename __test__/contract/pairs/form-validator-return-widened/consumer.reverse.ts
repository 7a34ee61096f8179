import { addRule } from "./surface";
addRule("a", async v => v || undefined);

import { settings } from "./surface";
const s = settings(); s.nested.depth = 2; s.flags.push("x");

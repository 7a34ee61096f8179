import { listen, listening } from "./surface";
if (!listening()) listen("a", k => k.trim());

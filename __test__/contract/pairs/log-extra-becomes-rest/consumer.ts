import { debug } from "./surface";
debug("a"); debug("b", 1); const f: (m: string, e?: unknown) => void = debug; f("x");

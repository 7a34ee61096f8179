import { Flags, draw } from "./surface";
draw("x", Flags.Under);

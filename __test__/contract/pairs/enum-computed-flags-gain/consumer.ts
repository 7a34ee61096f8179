import { Flags, draw } from "./surface";
draw("x", Flags.Bold | Flags.Italic); draw("y", Flags.None);

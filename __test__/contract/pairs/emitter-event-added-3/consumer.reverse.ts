import { on } from "./surface";
on("resize", e => e.width.toFixed());

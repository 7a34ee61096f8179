import { bus } from "./surface";
bus.once("resize", (p) => p.width.toFixed());

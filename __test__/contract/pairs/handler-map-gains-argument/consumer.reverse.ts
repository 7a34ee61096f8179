import { handle } from "./surface";
handle("resize", (w, h) => (w * h).toFixed());

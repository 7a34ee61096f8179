import { animate } from "./surface";
animate([0, 0.5, 1], v => v.toFixed());

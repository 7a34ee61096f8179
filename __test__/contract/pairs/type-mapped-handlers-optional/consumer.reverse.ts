import { handle } from "./surface";
handle({ circle: c => c.r.toFixed() });

import { pause, seek } from "./surface";
export const p = seek("a", undefined).then(pause);

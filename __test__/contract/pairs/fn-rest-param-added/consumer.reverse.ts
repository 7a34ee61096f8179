import { join } from "./surface";
export const s = join("a", 1, "b");

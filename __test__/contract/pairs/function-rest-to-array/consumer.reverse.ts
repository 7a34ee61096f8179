import { join } from "./surface";
export const path: string = join(["a", "b"]);

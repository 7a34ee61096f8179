import { found } from "./surface";
export const size: number = "text" in found ? found.size() : 0;

import { found } from "./surface";
export const length: number = "text" in found ? found.length : 0;

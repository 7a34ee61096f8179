import { found } from "./surface";
export const size: string = "size" in found ? found.size : "";

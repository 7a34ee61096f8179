import { Loader } from "./surface";
export const n = Loader.shared().load("x").then(b => b.size);

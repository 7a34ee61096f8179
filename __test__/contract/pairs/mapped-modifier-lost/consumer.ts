import { resolve } from "./surface";
export const h = resolve({}).host.length;

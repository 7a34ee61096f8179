import { resolve, keys } from "./surface";
export const h = resolve({ port: 1 }).host ?? keys()[0];

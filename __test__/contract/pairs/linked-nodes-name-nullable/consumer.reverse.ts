import { root } from "./surface";
export const size = root().name?.length;

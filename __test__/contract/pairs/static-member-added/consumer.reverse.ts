import { Uid } from "./surface";
export const z = Uid.zero.toString();

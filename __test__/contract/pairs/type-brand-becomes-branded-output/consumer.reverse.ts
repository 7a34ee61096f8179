import { newId, type Id } from "./surface";
export const i: Id<"order"> = newId();

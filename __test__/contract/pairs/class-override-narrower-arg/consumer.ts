import { first } from "./surface";
export const n = first.handle(new Uint8Array(3));

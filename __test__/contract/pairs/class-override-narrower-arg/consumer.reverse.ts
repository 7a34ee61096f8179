import { first } from "./surface";
export const n = first.handle(first.name);

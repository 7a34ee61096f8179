import { bagOf } from "./surface";
export const all: string[] = [...bagOf("a", "b")];

import { draft } from "./surface";
export const text: string = draft("text");

import { tagsOf } from "./surface";
export const all: string[] = []; for (const t of tagsOf("x")) all.push(t);

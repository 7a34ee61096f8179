import { create } from "./surface";
export const tag: string = create("img").tag;

import { create } from "./surface";
export const src: string = create("img").src;

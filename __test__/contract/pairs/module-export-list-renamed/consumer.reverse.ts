import { paint } from "./surface";
export const out: string = paint();

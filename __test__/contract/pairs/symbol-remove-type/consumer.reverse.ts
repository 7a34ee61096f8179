import { defaultAccent } from "./surface";
export const accent: string = defaultAccent;

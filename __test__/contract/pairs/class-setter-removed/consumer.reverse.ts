import { Volume } from "./surface";
export const v: number = new Volume().value;

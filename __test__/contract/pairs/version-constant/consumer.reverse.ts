import { VERSION, release } from "./surface";
export const same = release().version === String(VERSION);

import { limits } from "./surface";
export const text: string = limits.upload.padStart(4);

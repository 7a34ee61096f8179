import { swatch, mix } from "./surface";
export const h: string = mix(swatch("red").hex, "#000");

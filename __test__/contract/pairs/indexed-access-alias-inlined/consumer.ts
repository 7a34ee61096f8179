import { addTag, theme, ui } from "./surface";
export const n: number = { dark: 1, light: 2 }[theme()] + addTag("x") + ui().zoom;

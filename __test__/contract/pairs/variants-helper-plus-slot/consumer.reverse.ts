import { variants } from "./surface";
export const b = variants("x", { variants: { size: { s: "1" } }, compound: [{ size: "s", class: "y" }] });

import { roles } from "./surface";
export const s = roles("u").add("guest").size;

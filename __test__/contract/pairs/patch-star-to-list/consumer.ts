import { hammer, type Tool } from "./surface";
export const h: string = hammer;
export const t: Tool = { weight: 1 };

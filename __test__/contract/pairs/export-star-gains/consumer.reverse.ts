import { kebab } from "./surface";
export const k = kebab("aB");

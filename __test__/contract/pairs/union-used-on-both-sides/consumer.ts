import { getMode } from "./surface";
export const plain: "light" | "dark" = getMode();

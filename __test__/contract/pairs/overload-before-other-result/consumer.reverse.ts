import { get } from "./surface";
export const d = get("theme").dark;

import { Index } from "./surface";
export const at: number = Index.load().find("a");

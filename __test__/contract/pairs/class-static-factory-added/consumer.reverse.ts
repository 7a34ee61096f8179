import { Uri } from "./surface";
export const s = Uri.parse("a")?.path;

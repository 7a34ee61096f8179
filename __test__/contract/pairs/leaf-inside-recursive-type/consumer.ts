import { loadThread } from "./surface";
export const names: string[] = loadThread("1").replies.map((r) => r.author.name);

import { post } from "./surface";
export const a = post("x").then(p => p.meta.author.avatar.startsWith("http"));

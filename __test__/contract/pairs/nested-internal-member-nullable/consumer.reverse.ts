import { post } from "./surface";
export const a = post("x").then(p => [p.title, p.meta.author.avatar ?? "", p.meta.views + 1]); export type P = Awaited<ReturnType<typeof post>>;

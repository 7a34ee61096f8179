import { page } from "./surface";
export const n = page<{ a: 1 }>("x", { after: "k" }).then(p => p.next.after?.toUpperCase());

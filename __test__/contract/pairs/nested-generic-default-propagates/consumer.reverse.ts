import { page } from "./surface";
export const n = page<{ a: 1 }>("x", { after: 2 }).then(p => p.next.after?.toFixed());

import { from } from "./surface";
export const q = from<{ a: 1 }>("t").select("a").distinct().run();

import { Registry } from "./surface";
const r: Registry<number> = Registry.of({ a: 1 });
export const n = r.set("b", 2).get("a")?.toFixed();
class Named extends Registry<string> { label = ""; }
export const l = new Named().set("a", "b").label;

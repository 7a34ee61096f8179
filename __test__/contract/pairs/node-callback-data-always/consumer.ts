import { readText } from "./surface";
readText("a", (e, t) => { if (!e) console.log(t?.length); }); readText("b", () => {}); readText("c", (_: Error | null, t?: string) => void t);

import { joinPath } from "./surface";
joinPath("a", "b").trim(); joinPath("a", "b", "c", "d"); const f: (a: string, b: string) => string = joinPath; f("a", "b");

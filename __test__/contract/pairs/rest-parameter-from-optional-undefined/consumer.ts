import { join } from "./surface";
join(); join("a"); join("a", undefined); join(undefined, "b").trim(); const f: (a: string, b?: string) => string = join; f("a"); ["x"].map(x => join(x));

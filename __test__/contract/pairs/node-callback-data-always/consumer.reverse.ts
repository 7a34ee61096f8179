import { readText } from "./surface";
readText("a", (e, t) => console.log(e ?? t.length));

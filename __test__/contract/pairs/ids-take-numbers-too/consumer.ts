import { remove } from "./surface";
remove("a", "b").then((n) => n.toFixed()); remove(); const all: string[] = []; remove(...all);

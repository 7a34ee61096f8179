import { pointer, scrollY } from "./surface";
pointer.on("change", p => scrollY.set(p ? p.x : 0));
pointer.set(null);

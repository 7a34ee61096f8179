import { motionValue, pointer, scrollY } from "./surface";
pointer.on("change", p => scrollY.set(p.x));
export const m = motionValue(pointer.get().y);

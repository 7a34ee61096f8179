import { useDrag } from "./surface";
export const f = () => useDrag({ type: "c", item: 1, collect: m => ({ t: m.getTarget() }) })[0].t?.trim();

import { onDrag } from "./surface";
onDrag((e) => { if (e.done) (e.x + e.y).toFixed(); })(); onDrag(({ x }) => x.toFixed());

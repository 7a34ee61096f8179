import { useDrag } from "./surface";
export const f = () => { const [{ on, n }, ref] = useDrag({ type: "card", item: { id: 1 }, collect: m => ({ on: m.isDragging(), n: m.getItem().id }), end: (i, d) => { if (d) i.id++; } }); ref(null); return on ? n : 0; };

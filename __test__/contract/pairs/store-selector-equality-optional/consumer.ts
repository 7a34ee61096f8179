import { create, select } from "./surface";
const s = create<{ n: number }>((set, get) => ({ n: get?.().n ?? (set({ n: 1 }), 0) }));
export const n: number = select(s, (x) => x.n);

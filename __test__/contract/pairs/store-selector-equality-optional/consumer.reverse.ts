import { create, select } from "./surface";
const s = create<{ n: number }>(() => ({ n: 1 }));
export const n: number = select(s, (x) => x.n, Object.is);

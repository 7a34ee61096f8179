import { create } from "./surface";
const api = create<{ n: number }>()((set) => { set({ n: 1 }); return { n: 0 }; });
export const n: number = api.getState().n;

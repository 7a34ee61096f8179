import { useData } from "./surface";
export const f = () => useData<number, string>({ fn: async () => 1, select: n => n.toFixed() });

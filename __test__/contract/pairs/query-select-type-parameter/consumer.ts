import { useData } from "./surface";
export function f() { const a: number | undefined = useData<number>({ fn: async () => 1 }); return a; }

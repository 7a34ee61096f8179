import { useStored, type Setter } from "./surface";
export const f = () => { const [n, set] = useStored("n", 1); const s: Setter<number> = set; s(x => x + n); const [m] = useStored<string>("m"); return m?.trim(); };

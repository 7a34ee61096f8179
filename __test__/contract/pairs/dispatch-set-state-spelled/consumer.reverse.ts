import type { Dispatch, SetStateAction } from "react"; import { useStored } from "./surface";
export function f() { const [n, set] = useStored<number>("a", 1); set(n + 1); set(x => x + 1); const d: Dispatch<SetStateAction<number>> = set; const [s] = useStored("b", ""); return [d, s.trim()]; }

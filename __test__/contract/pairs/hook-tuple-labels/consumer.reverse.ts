import { useCounter } from "./surface";
export function f() { const [n, add, reset] = useCounter(1); add(n); reset(); const t: [number, (n: number) => void, () => void] = useCounter(); return t[0]; }

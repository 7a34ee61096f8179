import { useToggle } from "./surface";
export function f() { const [, , reset] = useToggle(); const r: () => void = reset; r(); }

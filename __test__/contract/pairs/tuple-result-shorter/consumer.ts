import { useToggle } from "./surface";
export function f() { const [, , set] = useToggle(); set(true); }

import { useToggle } from "./surface";
export function f() { const [on, , set] = useToggle(); set(!on); }

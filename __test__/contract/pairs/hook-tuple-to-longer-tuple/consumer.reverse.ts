import { useToggle } from "./surface";
export function Box() { const [on, , set] = useToggle(); return () => set(!on); }

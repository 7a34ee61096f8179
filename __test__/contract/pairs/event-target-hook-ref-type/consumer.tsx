import { useHover } from "./surface";
export function A() { const { ref, hovered } = useHover(); ref.current?.focus(); return <b>{hovered}</b>; }

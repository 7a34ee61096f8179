import { useHover } from "./surface";
export function A() { const { ref } = useHover(); return <div ref={(el) => { ref(el); }} />; }

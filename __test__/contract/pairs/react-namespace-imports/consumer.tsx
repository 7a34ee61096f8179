import { useRef } from "react"; import { Tooltip, type TooltipProps } from "./surface";
export function F(p: TooltipProps) { const r = useRef<HTMLElement>(null); return <><Tooltip {...p} /><Tooltip content="x" anchor={r} /></>; }

import { useRef } from "react"; import { TextField } from "./surface";
export function F() { const r = useRef<HTMLInputElement>(null); return <><TextField ref={r} invalid name="x" key="1" /><TextField ref={el => void el?.value} onChange={e => e.target.value} /></>; }

import { useRef } from "react"; import { Field } from "./surface";
export function F() { const r = useRef<HTMLInputElement>(null); return <Field ref={r} label="a" />; }

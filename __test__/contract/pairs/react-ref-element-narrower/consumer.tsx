import { useRef } from "react";
import { Field, FieldHint } from "./surface";
export function A() { const r = useRef<HTMLInputElement>(null); return <><Field id="a" ref={r} /><FieldHint text="h" /></>; }

import { useRef } from "react";
import { Field } from "./surface";
export function A() { const r = useRef<HTMLTextAreaElement>(null); return <Field id="a" ref={r} />; }

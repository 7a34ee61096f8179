import { useRef } from "react";
import { Field, useField } from "./surface";
export function App() { const r = useRef<HTMLInputElement>(null); return <Field ref={r} {...useField("a")} />; }

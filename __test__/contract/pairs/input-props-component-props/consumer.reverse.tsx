import { useRef } from "react";
import { TextField, type TextFieldProps } from "./surface";
const p: TextFieldProps = { label: "x", type: "email", onChange: (e) => e.currentTarget.value.trim() };
export function Form() { const ref = useRef<HTMLInputElement>(null); return <TextField ref={ref} {...p} hint="h" maxLength={3} />; }

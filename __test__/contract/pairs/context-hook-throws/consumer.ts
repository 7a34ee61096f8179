import { useFormContext, type FormApi } from "./surface";
export function f() { const a = useFormContext(); a?.submit(); const b: FormApi | undefined = useFormContext(); if (!b) throw new Error("no form"); return b.dirty; }

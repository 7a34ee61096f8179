import { useForm, type Field } from "./surface";
export function f() { const { register } = useForm({ a: 1, b: "" }); const x: Field<unknown> = register("a"); x.touch(); return typeof x.value === "number" ? x.value : register("b").name; }

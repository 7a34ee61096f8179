import { useForm } from "./surface";
export const f = () => useForm({ a: 1, b: "" }).register("a").value.toFixed();

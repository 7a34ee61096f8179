import { useForm } from "./surface";
export const f = useForm({ initial: { n: 1 }, mode: "blur" });

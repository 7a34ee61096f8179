import { useForm, type UseFormOptions } from "./surface";
const o: UseFormOptions<{ a: string }> = { initial: { a: "" }, validate: v => v.a ? {} : { a: "empty" } };
export const f = useForm(o);
f.set("a", f.values.a + (f.dirty ? "!" : ""));

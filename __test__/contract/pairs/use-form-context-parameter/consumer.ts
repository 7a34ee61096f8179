import { useForm, type FieldValues, type UseForm } from "./surface";
type Login = { user: string; age: number };
const f: UseForm<Login> = useForm<Login>({ user: "a", age: 1 });
f.set("age", 2); const v: FieldValues = f.values; export { v };
export function wrap<T extends FieldValues>(x: UseForm<T>): T { return x.values; }
wrap(useForm({ a: 1 }));

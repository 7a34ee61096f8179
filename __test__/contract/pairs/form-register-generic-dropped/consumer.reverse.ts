import { useForm } from "./surface";
const f = useForm<{ email: string; age: number }>({ email: "", age: 0 });
const v: string | number = f.field("email").value;
f.submit().then(() => f.field("age").dirty);

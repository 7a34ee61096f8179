import { useForm } from "./surface";
const f = useForm({ email: "", age: 0 });
f.field("email").value.toUpperCase();

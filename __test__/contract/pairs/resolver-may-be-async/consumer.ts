import { createForm, type FieldErrors } from "./surface";
const none: FieldErrors<{ a: string }> = {};
createForm({ initial: { a: "" }, validate: (v) => (v.a ? none : { a: "needed" }) }).submit().then((ok) => ok === true);

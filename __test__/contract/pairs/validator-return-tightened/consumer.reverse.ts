import { createForm, required } from "./surface";
createForm({ initial: { a: "", b: 1 }, rules: { a: [required, (v) => (v ? undefined : "no")] } }).values.b.toFixed();

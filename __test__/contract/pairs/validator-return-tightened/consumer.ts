import { createForm } from "./surface";
createForm({ initial: { a: "", b: 1 }, rules: { a: (v) => v.length > 1 } }).submit();

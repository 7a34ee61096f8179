import { createForm } from "./surface";
createForm({ initial: { a: "" }, validate: async (v) => (v.a ? {} : { a: "needed" }) });

import { mountForm, type FormProps } from "./surface";
const p: FormProps = { onSubmit: async d => { await fetch("/", { method: "POST", body: d }); } };
mountForm(p); mountForm({ id: "x", onSubmit() {} }); mountForm({ onSubmit: () => Promise.resolve() });

import { useFormState, type FormState } from "./surface";
const s: FormState<{ a: string }> = useFormState<{ a: string }>(); s.errors.a?.trim(); if (s.meta.dirty) s.values.a.trim();

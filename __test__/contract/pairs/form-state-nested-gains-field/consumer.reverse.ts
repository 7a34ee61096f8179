import { useFormState } from "./surface";
useFormState<{ a: string }>().meta.touched;

import { useFormState } from "./surface";
useFormState<string[]>().errors.map((e) => e?.trim());

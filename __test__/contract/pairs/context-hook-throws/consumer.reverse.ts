import { useFormContext } from "./surface";
export function f() { useFormContext().submit(); }

import { useFormContext } from "./surface";
export function V() { return <i>{String(useFormContext().isDirty("a"))}</i>; }

import { FormScope, useFormContext } from "./surface";
function Submit() { const { submitting, values } = useFormContext(); return <button disabled={submitting}>{Object.keys(values).length}</button>; }
export const v = <FormScope values={{ a: 1 }}><Submit /></FormScope>;

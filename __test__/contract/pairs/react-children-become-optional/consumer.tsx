import { Fieldset, FieldsetHint } from "./surface";
export const v = <Fieldset legend="x" disabled><FieldsetHint text="h" />more</Fieldset>;

import { Fieldset } from "./surface";
export const v = <Fieldset legend="x" />;

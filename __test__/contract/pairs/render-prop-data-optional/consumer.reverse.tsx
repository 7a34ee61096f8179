import { Measure } from "./surface";
export const m = <Measure>{(s) => s.width}</Measure>;

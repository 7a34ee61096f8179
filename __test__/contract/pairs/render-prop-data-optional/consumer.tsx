import { Measure } from "./surface";
export const m = <Measure>{(s) => s.height.toFixed(1)}</Measure>;

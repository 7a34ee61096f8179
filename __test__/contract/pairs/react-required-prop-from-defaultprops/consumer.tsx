import { Badge, BadgeDot } from "./surface";
export const v = <><Badge max={3} /><BadgeDot /></>;

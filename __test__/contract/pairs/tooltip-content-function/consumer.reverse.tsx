import { Tooltip } from "./surface";
export const a = <Tooltip content={(s) => String(s.open)} placement="left">y</Tooltip>;

import { Tooltip } from "./surface";
export const v = <Tooltip label="x">only text</Tooltip>;

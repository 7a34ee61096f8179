import { Tooltip } from "./surface";
export const a = <Tooltip content={<b>x</b>} placement="top">y</Tooltip>; export const b = <Tooltip content="x">y</Tooltip>;

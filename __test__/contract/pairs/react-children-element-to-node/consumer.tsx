import { Tooltip, Anchor } from "./surface";
export const v = <Anchor href="#"><Tooltip label="x"><b>bold</b></Tooltip></Anchor>;

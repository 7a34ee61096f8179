import { Popover } from "./surface";
export const v = <Popover>{a => <i {...a.anchorProps} />}</Popover>;

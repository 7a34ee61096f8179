import { Popover, type PopoverState } from "./surface";
const body = (s: PopoverState) => (s.open ? "open" : null);
export const a = [<Popover key="a">{body}</Popover>, <Popover key="b">{({ open }) => String(open)}</Popover>];

import { Popover, type PopoverApi } from "./surface";
const Body = (a: PopoverApi) => <b onClick={a.toggle}>{a.open ? "x" : "y"}</b>;
export const v = <><Popover>{Body}</Popover><Popover placement="top">{({ open }) => String(open)}</Popover></>;

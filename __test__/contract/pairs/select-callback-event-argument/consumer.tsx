import { MenuItem, type MenuItemProps } from "./surface";
const p: MenuItemProps = { id: "a", onSelect: (id) => id.trim() };
export const a = [<MenuItem key="1" {...p} />, <MenuItem key="2" id="b" onSelect={() => {}} />, <MenuItem key="3" id="c" />];

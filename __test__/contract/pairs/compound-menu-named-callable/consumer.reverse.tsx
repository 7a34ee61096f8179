import { Menu, type MenuProps, type MenuItemProps } from "./surface";
const p: MenuProps = { label: "File" }; const i: MenuItemProps = { disabled: true, onSelect() {} };
export const a = <Menu {...p}><Menu.Item {...i}>Open</Menu.Item><Menu.Separator /></Menu>;
const { Item } = Menu;
export const b = <Item onSelect={() => 1}>x</Item>;

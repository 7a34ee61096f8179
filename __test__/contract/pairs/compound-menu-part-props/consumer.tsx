import { Menu, type MenuProps } from "./surface";
const p: MenuProps = { open: true };
export const m = <Menu {...p}><Menu.Item value="a" /><Menu.Gap /></Menu>;

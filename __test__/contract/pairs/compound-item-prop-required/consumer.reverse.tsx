import { Menu } from "./surface";
export const a = <Menu><Menu.Item value="open">Open</Menu.Item></Menu>;

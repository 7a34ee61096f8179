import { Menu } from "./surface";
export const a = <Menu><Menu.Item icon="★">Open</Menu.Item></Menu>;

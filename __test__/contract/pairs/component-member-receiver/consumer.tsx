import type { Menu } from "./surface";
declare const menu: Menu;
export const shown = <menu.Group />;

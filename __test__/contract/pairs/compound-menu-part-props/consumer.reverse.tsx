import { Menu } from "./surface";
export const m = <Menu open><Menu.Item value={4} /></Menu>;

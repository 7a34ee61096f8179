import { Menu } from "./surface";
export const view = <Menu render={(item) => <i>{item.id}</i>} />;

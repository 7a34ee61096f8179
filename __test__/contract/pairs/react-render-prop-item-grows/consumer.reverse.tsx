import { Menu } from "./surface";
export const view = <Menu render={(item) => <i>{item.badge.toFixed()}</i>} />;

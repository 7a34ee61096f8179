import { Icon } from "./surface";
export const a = [<Icon key="1" name="cart" />, <Icon key="2" name="user" size={2} />];

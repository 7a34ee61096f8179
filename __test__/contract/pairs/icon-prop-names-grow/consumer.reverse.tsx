import { Icon } from "./surface";
export const a = <Icon name="heart" />;

import { Icon } from "./surface";
export const view = <Icon name="star" />;

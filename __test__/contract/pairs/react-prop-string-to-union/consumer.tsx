import { Icon } from "./surface";
export const show = (name: string) => <Icon name={name} />;

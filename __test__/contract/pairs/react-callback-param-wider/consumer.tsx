import { List } from "./surface";
const select = (id: string): void => void id.length;
export const view = <List onSelect={select} />;

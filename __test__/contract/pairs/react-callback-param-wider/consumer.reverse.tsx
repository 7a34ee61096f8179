import { List } from "./surface";
const select = (id: string | number): void => void String(id);
export const view = <List onSelect={select} />;

import { List } from "./surface";
export const a = <List items={["a"]} renderRow={(s, i) => i.toFixed() + s} />;

import { List, type ListProps } from "./surface";
const p: ListProps<number> = { items: [1], renderItem: (n) => n.toFixed() };
export const a = <List {...p} />;
export const b = <List items={[{ id: "a" }]} renderItem={(x, i) => x.id + i} />;

import { List } from "./surface";
export const b = <List items={[{ id: "a" }]} keyOf={(x) => x.id} renderItem={(x) => x.id} />;

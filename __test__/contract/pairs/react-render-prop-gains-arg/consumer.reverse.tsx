import { List, type Row } from "./surface";
const show = (r: Row, n: number) => `${n + 1}. ${r.title}`;
export const v = <List rows={[]} renderItem={show} />;

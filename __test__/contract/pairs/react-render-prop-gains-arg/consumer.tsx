import { List, Divider, type Row } from "./surface";
const show = (r: Row) => <b>{r.title}</b>;
export const v = <><List rows={[{ id: "1", title: "one" }]} renderItem={show} empty="-" /><Divider /></>;

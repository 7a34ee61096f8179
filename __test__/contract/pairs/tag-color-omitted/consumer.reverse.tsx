import { Tag, type TagProps } from "./surface";
const p: TagProps = { removable: true, title: "t", onClick: (e) => e.currentTarget.blur() };
export const a = <Tag {...p} className="c">x</Tag>;

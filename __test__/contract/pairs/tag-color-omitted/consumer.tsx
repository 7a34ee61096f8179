import { Tag } from "./surface";
export const a = <Tag color="red">x</Tag>;

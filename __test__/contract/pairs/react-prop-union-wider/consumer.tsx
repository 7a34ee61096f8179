import { Tag } from "./surface";
export const view = <Tag kind="info" />;

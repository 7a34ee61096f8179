import { cx } from "./surface";
export const s = cx("btn-solid-lg", "sm");

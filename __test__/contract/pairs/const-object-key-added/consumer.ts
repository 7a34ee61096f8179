import { iconPath, icons } from "./surface";
export const p = iconPath(icons.close) + icons.open.length;

import { find } from "./surface";
declare const by: object | string;
export const found: object = find(by);

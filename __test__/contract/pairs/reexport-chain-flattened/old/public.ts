export { total, type Line } from "./model/cart";
export { default as format } from "./format";

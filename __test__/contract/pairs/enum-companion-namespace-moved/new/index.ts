export { Suit } from "./suit";
export { deal } from "./deal";

export { price, type Money } from "./price";

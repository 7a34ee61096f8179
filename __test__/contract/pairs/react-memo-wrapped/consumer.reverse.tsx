import { Row } from "./surface";
export const marker: symbol = Row.$$typeof;

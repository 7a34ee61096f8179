import { book } from "./surface";
export const y: number = book("1").by.born;

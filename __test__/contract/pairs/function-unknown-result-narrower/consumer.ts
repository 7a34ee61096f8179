import { decode } from "./surface";
const value: unknown = decode("x");
export const kind: string = typeof value;

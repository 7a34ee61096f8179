import { ports } from "./surface";
export const exact: 80 = ports.http;

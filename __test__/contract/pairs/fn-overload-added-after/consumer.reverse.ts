import { parse } from "./surface";
export const n = parse(new Uint8Array(), "utf8").bytes;

import { serialize } from "./surface";
const s = serialize({ at: new Date(), f() {} });
export const at: string = s.at;

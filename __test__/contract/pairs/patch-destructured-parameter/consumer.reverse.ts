import { fullName } from "./surface";
export const f: (p: { first: string; last: string }) => string = fullName;

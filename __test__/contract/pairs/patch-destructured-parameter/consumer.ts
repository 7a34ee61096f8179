import { fullName } from "./surface";
export const n: string = fullName({ first: "a", last: "b" });

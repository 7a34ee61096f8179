import { assertUser } from "./surface";
export const f = (x: unknown) => assertUser(x).name;

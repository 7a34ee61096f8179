import { session } from "./surface";
export const rename = (n: string) => { session().user = n; };

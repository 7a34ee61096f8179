import { first } from "./surface";
const found = first(["a"]);
export const length: number | undefined = found?.length;

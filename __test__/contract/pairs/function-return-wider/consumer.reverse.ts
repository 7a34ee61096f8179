import { nameOf } from "./surface";
export const name: string | undefined = nameOf(1);

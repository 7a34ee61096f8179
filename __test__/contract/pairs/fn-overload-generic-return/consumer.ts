import { bag } from "./surface";
export const n: number | undefined = bag.get<number>("a");

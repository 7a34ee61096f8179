import { query } from "./surface";
export const n: Promise<number> = query<number>({ key: "a", fn: () => 1 });

import { query } from "./surface";
export const n: Promise<number> = query<number>({ key: "a", fn: async () => "1" });

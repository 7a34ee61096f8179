import { Pool, newPool } from "./surface";
const p: Pool<number> = newPool<number>();
p.give(1);
export const n: number | undefined = p.take();

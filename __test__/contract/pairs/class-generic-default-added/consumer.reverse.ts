import { Pool } from "./surface";
export const p = new Pool<number, symbol>();

import { pool, poolSize } from "./surface";
pool.encode("x").then(n => pool.decode(n + poolSize)).then(s => s.trim());

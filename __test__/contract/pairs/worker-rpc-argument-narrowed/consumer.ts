import { pool } from "./surface";
pool.encode(new Blob(["x"])).then(n => n.toFixed());

import { invoke } from "./surface";
invoke("sum", 1, 2).then((n) => { const b: bigint = n; return b; });

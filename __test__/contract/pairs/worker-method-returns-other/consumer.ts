import { invoke } from "./surface";
invoke("sum", 1, 2).then((n) => n.toFixed(2));

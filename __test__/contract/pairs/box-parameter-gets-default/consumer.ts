import { crate, type Crate } from "./surface";
const c: Crate<number> = crate(1); c.open().toFixed(); c.content.toFixed();

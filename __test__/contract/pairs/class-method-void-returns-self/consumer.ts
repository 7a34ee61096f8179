import { Chain } from "./surface";
const c: Chain = Chain.start();
c.add("x").tap(s => s.length);

import { Chain } from "./surface";
export const c: Chain = Chain.start().tap(() => {}).add("x");

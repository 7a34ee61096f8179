import { type CartEvents, on } from "./surface";
let one: CartEvents["pick"] | undefined;
on("pick", (pick) => { one = pick; });
export { one };

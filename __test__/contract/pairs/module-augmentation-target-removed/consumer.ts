import { on } from "./surface";
declare module "./surface" { interface EventMap { "cart:add": number } }
on("cart:add", n => n.toFixed());

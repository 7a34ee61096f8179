import { greet, bye } from "./surface";
declare module "./surface" { namespace greet { const loud: boolean } }
export const s = greet(bye("x"));

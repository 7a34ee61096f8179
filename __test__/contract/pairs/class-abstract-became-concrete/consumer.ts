import { Field, use } from "./surface";
class A extends Field<string> { validate(v: string) { return v === ""; } get label() { return "a"; } set label(_: string) {} }
use(new A());

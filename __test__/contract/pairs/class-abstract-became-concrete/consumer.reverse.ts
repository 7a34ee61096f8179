import { Field, use } from "./surface";
class A extends Field<string> { validate(v: string) { return v === this.label; } }
use(new A());

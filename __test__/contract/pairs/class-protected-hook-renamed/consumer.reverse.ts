import { Plugin, type Ctx } from "./surface";
export class Mine extends Plugin<{ a: 1 }> { readonly name = "m"; protected override init(c: Ctx) { super.init(c); } }

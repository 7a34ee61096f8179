import { it } from "./surface";
it("x", function (this: { readonly retries: number }, done) { done(); }, 100);

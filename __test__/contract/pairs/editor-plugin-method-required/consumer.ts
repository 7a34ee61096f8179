import { use, commandIds, type Command } from "./surface";
class Bold implements Command { readonly id = "bold"; run(a: readonly string[]) { a.length; commandIds(); } }
use(new Bold());

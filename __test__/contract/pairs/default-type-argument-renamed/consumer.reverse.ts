import { tree, treeOf, type Tree } from "./surface";
const t: Tree = tree(); t.pick("id"); treeOf({ a: 1 }).children[0]?.pick("a").toFixed();

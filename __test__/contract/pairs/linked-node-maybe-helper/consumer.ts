import { linked, type LinkedNode } from "./surface";
for (let n: LinkedNode<number> | null = linked([1]); n; n = n.next) { n.value.toFixed(); n.previous?.value.toFixed(); n.next = null; }

import { walk } from "./surface";
function visit(this: void, n: { kind: string }) { n.kind.trim(); } const o: Parameters<typeof walk>[0] = visit; o({ kind: "a" });

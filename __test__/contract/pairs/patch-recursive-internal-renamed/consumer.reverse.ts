import { firstNode } from "./surface";
type Entry = ReturnType<typeof firstNode>;
export const count = (n: Entry): number => (n.next ? 1 + count(n.next) : 1);

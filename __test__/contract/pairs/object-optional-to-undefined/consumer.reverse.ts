import type { Query } from "./surface";
interface Mine {
  cursor: string | undefined;
}
export const toMine = (q: Query): Mine => q;

import { combine } from "./surface";
type Selector = (state: string, extra?: number) => unknown;
type Own<T extends readonly Selector[]> = { [K in keyof T]: T[K] extends Selector ? ReturnType<T[K]> : never };
export function both<T extends readonly Selector[]>(...selectors: T): Own<T> {
  return combine(...selectors);
}

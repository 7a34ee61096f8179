import { type Api, call } from "./surface";
export function own<K extends keyof Api>(name: K): Api[K] extends { res: unknown } ? Api[K]["res"] : undefined {
  return call(name);
}

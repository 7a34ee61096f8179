import { type Api, call } from "./surface";
export function own<K extends keyof Api>(name: K): Api[K] extends { res: infer R } ? R : undefined {
  return call(name);
}

import { read } from "./surface";
export function own<K extends "id" | "name">(key: K): K extends "name" ? string : number {
  return read(key);
}

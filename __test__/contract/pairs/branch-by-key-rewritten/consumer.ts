import { read } from "./surface";
export function own<K extends "id" | "name">(key: K): K extends "id" ? number : string {
  return read(key);
}

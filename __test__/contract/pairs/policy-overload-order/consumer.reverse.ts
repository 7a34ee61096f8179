import { at } from "./surface";
export function edgeOf(key: Parameters<typeof at>[0]): "first" | "last" { at(key); return key; }

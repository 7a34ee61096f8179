import { color, mix } from "./surface";
export const a: number = color(mix("a", "b")).alpha;

import { f } from "./surface";
declare const words: Partial<Record<keyof number[], string>>;
f<number[]>([1, 2], words);

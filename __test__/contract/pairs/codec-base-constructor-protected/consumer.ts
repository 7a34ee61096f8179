import { Codec } from "./surface";
declare function register(type: abstract new (name: string) => unknown): void; register(Codec);

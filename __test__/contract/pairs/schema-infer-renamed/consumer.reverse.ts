import { list, text, type Infer, type Codec } from "./surface";
const l = list(text); const x: Infer<typeof l> = ["a"]; export const y: string = l.decode(x)[0] + l.kind; export const c: Codec<string[]> = l;

import { align, Align } from "./surface";
const a: Align = align(Align.Center); export const names = Align[a]; export const m: Record<Align, string> = { [Align.Start]: "s", [Align.Center]: "c", [Align.End]: "e" }; export type S = Align.Start; align(0);

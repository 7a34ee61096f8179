import { Level, levelOf } from "./surface";
export function icon(l: string): string { const v = levelOf(l); switch (v) { case Level.Info: return "i"; case Level.Error: return "!"; } }

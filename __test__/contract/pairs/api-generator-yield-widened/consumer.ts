import { tokens, joinTokens } from "./surface";
export function words(s: string) { let out = ""; for (const t of tokens(s)) out = joinTokens(out, t.text); return out; }

import { css, tokens, type Tokens } from "./surface";
declare module "./surface" { interface Tokens { readonly accent: string } }
export const t: Tokens = tokens(); css`${t.accent}`;

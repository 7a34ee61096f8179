import type { JSX } from "react";
type Glyph = { path: string; viewBox: string };
declare const glyphs: { readonly cart: Glyph; readonly user: Glyph; readonly heart: Glyph };
export declare function Icon(props: { name: keyof typeof glyphs; size?: number }): JSX.Element;

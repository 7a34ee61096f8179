import type { JSX } from "react";
declare const glyphs: { readonly cart: string; readonly user: string };
export declare function Icon(props: { name: keyof typeof glyphs; size?: number }): JSX.Element;

type Unit = "px" | "em" | "rem" | "vh" | "fr";
type Length = `${number}${Exclude<Unit, "fr" & never>}` | 0;
export interface BoxStyle { readonly width?: Length; readonly margin?: Length | readonly [Length, Length] }
export declare function box(style: BoxStyle): string;
export declare function merge(...styles: readonly BoxStyle[]): string;

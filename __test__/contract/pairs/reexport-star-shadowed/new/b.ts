export type Rect = { readonly w: number; readonly h: number };
export declare function scale(r: Rect, by: number): Rect;

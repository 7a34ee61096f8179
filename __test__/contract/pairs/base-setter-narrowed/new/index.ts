interface Sized { get width(): number; set width(value: number) }
export interface Frame extends Sized { readonly id: string }
export declare function frame(): Frame;

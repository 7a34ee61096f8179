type Size = { width: number; height: number };
type Measured = Size & { readonly ratio: number };
export declare function measure(element: Element): Measured;

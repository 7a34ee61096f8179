import type { ReactNode } from "react";
interface Size { readonly width: number; readonly height: number }
export declare function Measure(props: { children(size: Size): ReactNode; onResize?: (s: Size) => void }): ReactNode;
export declare const px: (n: number) => string;

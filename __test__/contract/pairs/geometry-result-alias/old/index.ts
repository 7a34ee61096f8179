export declare function measure(element: Element): { width: number; height: number; readonly ratio: number };

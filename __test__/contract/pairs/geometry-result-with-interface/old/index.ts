export declare function bounds(element: Element): { x: number; y: number; width: number };

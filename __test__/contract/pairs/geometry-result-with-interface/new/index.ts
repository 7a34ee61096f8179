interface Position { x: number; y: number }
export declare function bounds(element: Element): Position & { width: number };

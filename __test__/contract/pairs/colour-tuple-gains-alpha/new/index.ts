export declare function parseColour(text: string): [r: number, g: number, b: number, alpha?: number];

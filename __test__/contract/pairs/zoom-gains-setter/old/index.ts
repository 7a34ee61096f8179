export interface Viewport { get zoom(): number; readonly width: number }
export declare function viewport(): Viewport;

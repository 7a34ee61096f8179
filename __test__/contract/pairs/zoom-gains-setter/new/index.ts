export interface Viewport { get zoom(): number; set zoom(value: number); readonly width: number }
export declare function viewport(): Viewport;

export interface Panel { get width(): number; set width(value: number | string); title: string; }
export declare function mount(panel: Panel): void;

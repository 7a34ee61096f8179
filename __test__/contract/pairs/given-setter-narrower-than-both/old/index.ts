export interface Panel { get width(): number; set width(value: number | string | null); title: string; }
export declare function mount(panel: Panel): void;

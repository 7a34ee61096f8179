export interface Panel { get width(): number; title: string; }
export declare function mount(panel: Panel): void;

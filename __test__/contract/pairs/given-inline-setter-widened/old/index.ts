export declare function mount(panel: { get width(): number; set width(value: number); }): void;

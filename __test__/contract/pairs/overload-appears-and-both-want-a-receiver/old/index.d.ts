export declare function mount(panel: string): void;

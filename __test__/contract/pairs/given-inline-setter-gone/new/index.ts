export declare function mount(panel: { readonly width: number; }): void;

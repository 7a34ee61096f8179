export declare function mount(this: { root: string }, panel: string): void;
export declare function mount(id: number): number;

export declare class Chart { readonly id: string; constructor(id: string, options?: { height?: number }); dispose(): void; draw(values: readonly number[]): void }

declare class Base { readonly id: string; protected constructor(id: string); dispose(): void }
export declare class Chart extends Base { constructor(id: string, options?: { height?: number }); draw(values: readonly number[]): void }

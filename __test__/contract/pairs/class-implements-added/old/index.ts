export declare class Scope { constructor(name: string); readonly name: string; dispose(): void }

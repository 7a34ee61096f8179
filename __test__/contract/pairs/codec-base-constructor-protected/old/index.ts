export declare abstract class Codec { constructor(name: string); abstract encode(value: unknown): string; readonly name: string }

export declare abstract class Codec { protected constructor(name: string); abstract encode(value: unknown): string; readonly name: string }

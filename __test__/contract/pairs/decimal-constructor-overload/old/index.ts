export declare class Decimal { constructor(value: number | string); plus(other: Decimal): Decimal; toString(): string }

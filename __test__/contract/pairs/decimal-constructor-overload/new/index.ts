export declare class Decimal { constructor(value: number | string); constructor(unscaled: bigint, scale: number); plus(other: Decimal): Decimal; toString(): string }

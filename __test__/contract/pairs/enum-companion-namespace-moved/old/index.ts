export enum Suit { Hearts = "h", Spades = "s" }
export namespace Suit { export function parse(s: string): Suit | undefined { return s === "h" ? Suit.Hearts : undefined; } export type Code = `${Suit}` }
export declare function deal(n: number): readonly Suit[];

export enum Suit { Hearts = "h", Spades = "s" }
export namespace Suit { export type Code = "h" | "s"; const seen: Suit[] = []; export function parse(text: string): Suit | undefined { return seen.find((x) => x === text); } }

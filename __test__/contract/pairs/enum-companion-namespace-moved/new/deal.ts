import { Suit } from "./suit";
export declare function deal(count: number): ReadonlyArray<Suit>;

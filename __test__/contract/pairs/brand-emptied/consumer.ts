import type { UserId } from "./surface";
export type IsBranded<T> = T extends { readonly __brand: string } ? T : never;
declare const id: UserId;
export const known: IsBranded<UserId> = id;

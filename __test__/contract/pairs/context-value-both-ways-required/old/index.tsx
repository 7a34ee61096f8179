import { createContext, useContext, type ReactNode } from "react";
export interface Scope { name: string; depth: number }
const Ctx = createContext<Scope | null>(null);
export function ThemeScope(p: { value: Scope; children: ReactNode }) { return <Ctx value={p.value}>{p.children}</Ctx>; }
export function useScope(): Scope | null { return useContext(Ctx); }
export const rootName: string = "root";
export type Outcome2<T, E = Error> = { readonly done: true; readonly value: T } | { readonly done: false; readonly cause: E };
export declare function attempt<T>(f: () => T): Outcome2<T>;
export declare function attemptAsync<T, E>(f: () => Promise<T>, wrap: (cause: unknown) => E): Promise<Outcome2<T, E>>;

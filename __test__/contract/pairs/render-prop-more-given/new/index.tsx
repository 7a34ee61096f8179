import type { ReactNode } from "react";
export interface FetchState<T> { readonly data?: T; readonly error?: Error; readonly refetch: () => void }
export declare function Fetch<T>(props: { url: string; parse: (raw: unknown) => T; children: (state: FetchState<T>, attempt: number) => ReactNode }): ReactNode;
export declare const FetchErrors: () => ReactNode;

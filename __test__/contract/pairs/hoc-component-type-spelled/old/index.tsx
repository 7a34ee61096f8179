import type { ComponentType, FC, PropsWithChildren } from "react";
interface Given { readonly flags: ReadonlySet<string> }
export declare function withFlags<P extends object>(C: ComponentType<P & Given>): FC<P>;
export declare function FlagProvider(p: PropsWithChildren<{ readonly on: readonly string[] }>): ReturnType<FC>;

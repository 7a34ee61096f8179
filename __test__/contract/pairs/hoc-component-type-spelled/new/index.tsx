import type { ComponentClass, FunctionComponent, ReactNode } from "react";
interface Given { readonly flags: ReadonlySet<string> }
export declare function withFlags<P extends object>(C: FunctionComponent<P & Given> | ComponentClass<P & Given>): FunctionComponent<P>;
export declare function FlagProvider(p: { readonly on: readonly string[]; children?: ReactNode }): ReactNode;

type Segment<S extends string> = S extends `:${infer N}?` ? never : S extends `:${infer N}` ? N : never;
type Loose<S extends string> = S extends `:${infer N}?` ? N : never;
type Split<P extends string> = P extends `${infer H}/${infer T}` ? H | Split<T> : P;
export type ParamsOf<P extends string> = { [K in Segment<Split<P>>]: string } & { [K in Loose<Split<P>>]?: string };
export declare function link<P extends string>(path: P, params: ParamsOf<P>): string;
export declare function navigate(to: string): void;
export interface Location { readonly href: string }
export declare function location(): Location;

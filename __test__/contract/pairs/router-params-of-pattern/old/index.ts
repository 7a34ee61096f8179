type Seg<S extends string> = S extends `:${infer P}` ? P : never;
type Split<S extends string> = S extends `${infer A}/${infer B}` ? Seg<A> | Split<B> : Seg<S>;
export declare function route<S extends string>(pattern: S, render: (params: Record<Split<S>, string>) => string): void;
export declare function href(path: string): string;

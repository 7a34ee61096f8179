type ParamName<Part extends string> = Part extends `:${infer Name}` ? Name : never;
type ParamsIn<Pattern extends string> = Pattern extends `${infer First}/${infer Rest}` ? ParamName<First> | ParamsIn<Rest> : ParamName<Pattern>;
export declare function route<S extends string>(pattern: S, render: (params: Record<ParamsIn<S>, string>) => string): void;
export declare function href(path: string): string;

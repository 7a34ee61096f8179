export declare function flagsOf<K extends string>(keys: K[]): { [P in K]?: boolean };
export declare function labelsOf<K extends string>(keys: K[]): { readonly [P in K]: string };
export declare function some<T, K extends keyof T>(value: T, keys: K[]): { [P in K]?: T[P] };

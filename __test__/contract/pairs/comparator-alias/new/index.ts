type Comparator<T> = (left: T, right: T) => number;
export declare const byName: Comparator<{ name: string }>, byAge: Comparator<{ age: number }>;

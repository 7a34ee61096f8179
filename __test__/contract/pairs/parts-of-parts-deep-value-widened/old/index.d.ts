export declare const theme: Part<{ page: { main: { card: { title: { text: { weight: "a" } } } } } }>;
type Part<T> = { [K in keyof T]: T[K] extends string ? T[K] : { of: Part<T[K]> } };
export {};

export interface Cli<A extends object = {}> {
  option<N extends string, T>(name: N, parse: (raw: string) => T): Cli<A & { [K in N]?: T }>;
  flag<N extends string>(name: N): Cli<A & { [K in N]: boolean }>;
  command<C extends object>(name: string, build: (c: Cli) => Cli<C>, run: (args: A & C) => void): Cli<A>;
  parse(argv: readonly string[]): A;
}
export declare function cli(name: string): Cli;
export interface Matcher<I, R = never> {
  when<const V extends I, T>(value: V, then: (value: V) => T): Matcher<Exclude<I, V>, R | T>;
  otherwise<T>(f: (value: I) => T): R | T;
}
export declare function matchValue<I>(value: I): Matcher<I>;

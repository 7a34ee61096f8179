export declare abstract class Base<Out> {
  protected abstract check(value: unknown): Out;
  parse(value: unknown): Out;
  optional(): Opt<Out>;
  list(): List<Out>;
}
export declare class Opt<Out> extends Base<Out | undefined> { protected check(value: unknown): Out | undefined; unwrap(): Base<Out> }
export declare class List<Out> extends Base<Out[]> { protected check(value: unknown): Out[]; nonEmpty(): List<Out> }
export declare class Str extends Base<string> { protected check(value: unknown): string; min(n: number): this; email(): this; }
export declare const str: () => Str;

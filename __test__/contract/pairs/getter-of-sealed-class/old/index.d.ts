export declare class Token<in out T = unknown> {
  private constructor();
  get description(): string;
  private readonly _type: T;
  static create<T>(name: string): Token<T>;
}
export declare function provide<T>(t: Token<T>, value: T): void;

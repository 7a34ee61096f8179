export declare class Token<in out T = unknown> {
  private constructor();
  readonly description: string;
  private _type: T;
  static create<T>(name: string): Token<T>;
}
export declare function provide<T>(t: Token<T>, value: T): void;

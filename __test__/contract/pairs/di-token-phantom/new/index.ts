export interface Token<T> extends Symbol {}
export declare class Container {
  private constructor();
  static root(): Container;
  get<T>(token: Token<T>): T;
  bind<T>(token: Token<T>, value: NoInfer<T>): this;
}
export interface Logger { log(m: string): void }
export interface Clock { now(): number }
export declare const LOGGER: Token<Logger | undefined>;
export declare const CLOCK: Token<Clock>;

export interface Options { readonly retries?: number }
export declare class Client {
  private store: WeakMap<object, string>;
  constructor(options?: Options);
  get<T>(url: string): Promise<T>;
  static from(url: string): Client;
}
export declare const defaults: Readonly<Required<Options>>;

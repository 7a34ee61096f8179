export class Api {
  constructor(private readonly base: string, private readonly token?: string) {}
  get(path: string): Promise<string> { return Promise.resolve(this.base + this.token + path); }
  protected header(name: string): string { return name; }
}
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };

type Ctor<T = object> = new (...args: any[]) => T;
export interface Taggable { readonly tags: readonly string[]; tag(t: string): void }
export declare function withTags<B extends Ctor>(base: B): B & Ctor<Taggable>;
export declare class Doc { constructor(title: string); readonly title: string }

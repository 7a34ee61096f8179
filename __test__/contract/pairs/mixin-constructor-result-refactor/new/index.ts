type Ctor<T = object> = new (...args: any[]) => T;
export interface Taggable { readonly tags: readonly string[]; tag(t: string): void }
type Tagged<C> = C & (new (...args: any[]) => Taggable);
export declare function withTags<Base extends Ctor<object>>(b: Base): Tagged<Base>;
export declare class Doc { constructor(title: string); readonly title: string }

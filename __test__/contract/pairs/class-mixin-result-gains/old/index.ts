type Ctor<T = {}> = new (...args: any[]) => T;
interface Tag { tag: string; }
export declare function Tagged<B extends Ctor>(Base: B): B & Ctor<Tag>;
export declare class Plain { value: number }

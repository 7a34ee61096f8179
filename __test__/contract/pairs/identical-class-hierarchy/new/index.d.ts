export abstract class Node<K extends string, C extends Node<string, any> = never> {
  protected constructor(kind: K);
  readonly kind: K;
  abstract clone(): this;
  protected visit(fn: (c: C) => void): void;
  static is<N extends Node<string, any>>(n: unknown, c: abstract new (...a: never[]) => N): n is N;
  private parent;
}
export class Leaf extends Node<"leaf"> { constructor(text: string); readonly text: string; clone(): this }
export class Branch<T extends Node<string, any>> extends Node<"branch", T> { constructor(...c: T[]); clone(): this; map<U extends Node<string, any>>(f: (t: T) => U): Branch<U> }
export {};

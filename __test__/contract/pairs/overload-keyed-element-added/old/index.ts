export interface Node {
  readonly tag: string;
}
export interface Tags {
  a: Node & { href: string };
}
export declare function create<K extends keyof Tags>(tag: K): Tags[K];
export declare function create(tag: string): Node;

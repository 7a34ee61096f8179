export interface Tags {
  a: { href: string };
  img: { src: string };
}
export declare function create<K extends keyof Tags>(tag: K): Tags[K];
export declare function create(tag: string): { tag: string };

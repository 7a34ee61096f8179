export declare function find<K extends keyof HTMLElementTagNameMap>(root: ParentNode, tag: K): HTMLElementTagNameMap[K] | null;
export declare function find(root: ParentNode, selector: string): Element | null;

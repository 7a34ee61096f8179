export declare function attach(to: HTMLElement, options?: AddEventListenerOptions): () => void;
export declare function find<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] | null;
export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  readonly children: readonly OutlineNode[];
}
export declare function outline(source: string): OutlineNode;
export declare function flatten(root: OutlineNode): Generator<OutlineNode, void, undefined>;

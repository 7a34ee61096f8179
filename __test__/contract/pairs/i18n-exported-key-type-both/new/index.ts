export type MessageKey = "yes" | "no" | "maybe";
export declare function translateKey(key: MessageKey): string;
export declare function lastKey(): MessageKey;
export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  readonly children: readonly OutlineNode[];
}
export declare function outline(source: string): OutlineNode;
export declare function flatten(root: OutlineNode): Generator<OutlineNode, void, undefined>;

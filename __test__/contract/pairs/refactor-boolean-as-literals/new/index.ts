export type Flag = true | false;
export declare function flag(name: string): Flag | null | undefined;
export declare function setFlag(name: string, on: boolean): void;
export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  readonly children: readonly OutlineNode[];
}
export declare function outline(source: string): OutlineNode;
export declare function flatten(root: OutlineNode): Generator<OutlineNode, void, undefined>;

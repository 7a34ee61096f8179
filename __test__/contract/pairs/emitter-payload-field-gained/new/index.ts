type TraceMap = {
  span: { id: string; start: number; parent: string | null };
  mark: { name: string };
};
export declare function onTrace<N extends keyof TraceMap>(name: N, listener: (data: TraceMap[N]) => void): { dispose(): void };
export declare function traceCount(): number;
export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  readonly children: readonly OutlineNode[];
}
export declare function outline(source: string): OutlineNode;
export declare function flatten(root: OutlineNode): Generator<OutlineNode, void, undefined>;

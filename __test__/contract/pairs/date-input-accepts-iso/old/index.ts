export type DateInput = Date | number;
export declare function format(date: DateInput, pattern?: string): string;
export declare function addDays(date: DateInput, days: number): Date;
export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  readonly children: readonly OutlineNode[];
}
export declare function outline(source: string): OutlineNode;
export declare function flatten(root: OutlineNode): Generator<OutlineNode, void, undefined>;

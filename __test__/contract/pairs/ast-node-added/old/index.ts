export type Node = { type: "text"; value: string } | { type: "element"; tag: string; children: Node[] };
export declare function parse(html: string): Node[];

export type Node = { type: "text"; value: string } | { type: "element"; tag: string; children: Node[] } | { type: "comment"; value: string };
export declare function parse(html: string): Node[];

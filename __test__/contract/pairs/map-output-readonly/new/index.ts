export interface Node { readonly id: string; readonly edges: ReadonlySet<string> }
export declare function graph(): ReadonlyMap<string, Node>;
export declare function walk(from: string, visit: (n: Node) => void | false): void;

interface Node {
  readonly label: string;
  readonly next: Node | null;
}
export declare function firstNode(): Node;

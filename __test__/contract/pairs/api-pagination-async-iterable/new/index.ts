export interface FileEntry { path: string; bytes: number }
export declare function listFiles(dir: string): AsyncGenerator<FileEntry, void, undefined>;
export declare function removeFile(path: string): Promise<boolean>;
export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  readonly children: readonly OutlineNode[];
}
export declare function outline(source: string): OutlineNode;
export declare function flatten(root: OutlineNode): Generator<OutlineNode, void, undefined>;

interface Entry {
  readonly label: string;
  readonly next: Entry | null;
}
export declare function firstNode(): Entry;

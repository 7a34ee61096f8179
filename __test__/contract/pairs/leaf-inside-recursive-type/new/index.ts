interface Author {
  readonly name: string | null;
}
export interface Thread {
  readonly author: Author;
  readonly replies: readonly Thread[];
}
export declare function loadThread(id: string): Thread;

export interface Track {
  title: string;
  artist: string;
  readonly year?: number;
}

export declare function search(
  term: string,
  options?: {
    limit?: number;
    exact?: boolean;
  },
): Promise<readonly Track[]>;

export declare const genres: readonly (
  | "jazz"
  | "rock"
)[];

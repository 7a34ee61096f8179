export type Scores = Record<string, number>;

export type Scores = { [player: string]: number };

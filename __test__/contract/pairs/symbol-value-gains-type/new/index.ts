export const Level = { Low: 1, High: 2 } as const;
export type Level = 1 | 2;

export const Level = { Low: 1, High: 2 } as const;

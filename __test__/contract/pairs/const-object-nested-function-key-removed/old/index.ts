const money = (n: number) => n.toFixed(2);
export const format = { money, date: (d: Date) => d.toISOString(), percent: (n: number) => `${n * 100}%`, };
export type Formatter<T> = (value: T) => string;

const money = (n: number) => n.toFixed(2);
export const format = { money, date: (d: Date) => d.toISOString(), };
export type Formatter<T> = (value: T) => string;

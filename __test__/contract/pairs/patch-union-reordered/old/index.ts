export type Day = "mon" | "tue" | "wed";

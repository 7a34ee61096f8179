export type Day = "wed" | "mon" | "tue";

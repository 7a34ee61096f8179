export declare namespace dates { type Unit = "day" | "week"; function add(date: Date, n: number, unit: Unit): Date; function startOf(date: Date, unit: Unit): Date; const min: Date }

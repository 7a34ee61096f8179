export declare namespace dates { type Unit = "day" | "week"; const min: Date }
export declare namespace dates { function startOf(date: Date, unit: Unit): Date; function add(date: Date, n: number, unit: Unit): Date }

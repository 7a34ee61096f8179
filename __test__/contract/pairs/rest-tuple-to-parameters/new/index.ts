export declare function format(value: number, digits?: number, unit?: string): string;
export declare function log(...args: [level: "info" | "warn", message: string, ...details: unknown[]]): void;

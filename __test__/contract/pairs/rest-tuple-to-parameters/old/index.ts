export declare function format(...args: [value: number, digits?: number, unit?: string]): string;
export declare function log(level: "info" | "warn", ...args: [message: string, ...details: unknown[]]): void;

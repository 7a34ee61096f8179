export type Format = (value: number, digits?: number) => string;
export type Make = new (name: string) => { run(): void };
export declare const format: Format;
export declare function use(format: Format, make: Make): Format;

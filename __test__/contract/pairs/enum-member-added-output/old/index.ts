export enum Level { Info = "info", Error = "error" }
export declare function levelOf(line: string): Level;
export declare function lines(): string[];

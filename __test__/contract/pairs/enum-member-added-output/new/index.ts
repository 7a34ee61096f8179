export enum Level { Info = "info", Error = "error", Fatal = "fatal" }
export declare function levelOf(line: string): Level;
export declare function lines(): string[];

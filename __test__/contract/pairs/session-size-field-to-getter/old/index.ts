export declare class Session { private constructor(); readonly size: number; static open(): Session; get(key: string): string | undefined }

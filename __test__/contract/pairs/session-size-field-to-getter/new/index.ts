export declare class Session { private constructor(); get size(): number; static open(): Session; get(key: string): string | undefined }

export declare function define<T>(options: { defaults: { read(): Partial<T> } }): T;

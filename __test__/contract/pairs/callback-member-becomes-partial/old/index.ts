export declare function define<T>(options: { defaults: { read(): T } }): T;

export declare function use(middleware: (...args: readonly unknown[]) => void): void;

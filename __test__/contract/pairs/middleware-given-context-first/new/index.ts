export declare function use(middleware: (context: { path: string }, ...args: readonly unknown[]) => void): void;

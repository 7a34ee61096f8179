type Commands = { open: { args: [path: string, line?: number]; result: true }; quit: { args: []; result: void } };
export declare function execute<C extends keyof Commands>(name: C, ...args: Commands[C]["args"]): Commands[C]["result"];

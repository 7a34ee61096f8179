export type Command = [name: "open", path: string] | [name: "close"] | [name: "quit", code: number];
export declare function execute(...command: Command): void;

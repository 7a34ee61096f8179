export type Command = [name: "open", path: string] | [name: "close"];
export declare function execute(...command: Command): void;

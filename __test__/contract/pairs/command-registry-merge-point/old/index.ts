export interface CommandMap { "file.save": () => void }
export type CommandId = keyof CommandMap;
export declare function execute<C extends CommandId>(id: C, ...args: Parameters<CommandMap[C]>): ReturnType<CommandMap[C]>;

export interface CommandMap { "file.save"(): void }
export type CommandId = keyof CommandMap;
export declare function execute<Id extends keyof CommandMap>(id: Id, ...args: Parameters<CommandMap[Id]>): ReturnType<CommandMap[Id]>;

export interface Command<R> { readonly label: string; apply(): R; revert(): void }
export declare function execute<R>(command: Command<R>): R;
export declare function undo(): Command<unknown> | undefined;
export declare function history(): readonly Command<unknown>[];

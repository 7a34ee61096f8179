export declare function onSelection(run: (ids: readonly string[]) => void): void;

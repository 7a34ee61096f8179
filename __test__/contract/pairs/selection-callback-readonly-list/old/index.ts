export declare function onSelection(run: (ids: string[]) => void): void;

export interface OpenOptions { title: string; id: string }
export declare function useDrawer(): readonly [open: (options: OpenOptions) => void, close: () => void];
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;

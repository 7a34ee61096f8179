export interface OpenOptions { title: string; modal?: boolean }
export declare function useDialog(): { open(options: OpenOptions): Promise<"ok" | "cancel">; readonly isOpen: boolean };

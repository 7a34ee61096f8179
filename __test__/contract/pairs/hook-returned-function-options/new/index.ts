export interface OpenOptions { title: string; modal?: boolean; width?: number }
export declare function useDialog(): { open(options: OpenOptions): Promise<"ok" | "cancel">; readonly isOpen: boolean };

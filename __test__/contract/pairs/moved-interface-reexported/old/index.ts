export interface Toast { id: string; text: string; ttl?: number }
export declare function show(toast: Toast): Toast;

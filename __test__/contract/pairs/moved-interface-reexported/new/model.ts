export interface Toast { ttl?: number; id: string; text: string }

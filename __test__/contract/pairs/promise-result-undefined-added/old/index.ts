export declare const session: { user(): Promise<{ id: string; name: string }>; readonly expires: number };

export declare const session: { user(): Promise<{ id: string; name: string } | undefined>; readonly expires: number };

export declare const session: { user: string | null; readonly since: Date };

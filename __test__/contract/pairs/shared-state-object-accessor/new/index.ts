export declare const session: { get user(): string | null; set user(next: string | null | { name: string }); readonly since: Date };

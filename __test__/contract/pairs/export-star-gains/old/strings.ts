export declare function kebab(s: string): string;

export declare function cn(...parts: (string | false | undefined)[]): string;
export declare namespace cn { function bind(styles: Record<string, string>): typeof cn }

export declare function get(key: "theme"): { dark: boolean };
export declare function get(key: string): string | undefined;

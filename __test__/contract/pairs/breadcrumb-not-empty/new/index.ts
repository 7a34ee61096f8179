export declare function breadcrumb(parts: [string, ...string[]]): string;

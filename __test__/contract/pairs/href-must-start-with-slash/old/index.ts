export interface LinkTarget { href: string; prefetch?: boolean }
export declare function prefetch(target: LinkTarget): void;

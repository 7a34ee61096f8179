export declare function focus(id?: string): void;

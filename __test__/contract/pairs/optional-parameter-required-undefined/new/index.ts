export declare function focus(id: string | undefined): void;

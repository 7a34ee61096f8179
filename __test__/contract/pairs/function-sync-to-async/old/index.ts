export declare function loadTitle(): string;

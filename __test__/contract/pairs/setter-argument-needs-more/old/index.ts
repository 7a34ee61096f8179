export interface Theme { name: string }
export interface Panel { get theme(): string; set theme(next: Theme | string) }
export declare function panel(): Panel;

export interface Theme { name: string | number }
export interface Panel { get theme(): string; set theme(next: Theme | string) }
export declare function panel(): Panel;

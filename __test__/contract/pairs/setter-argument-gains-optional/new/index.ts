export interface Theme { name: string; dark?: boolean }
export interface Panel { get theme(): string; set theme(next: Theme | string) }
export declare function panel(): Panel;

export interface Theme { name: string }
export interface Host { get theme(): unknown; set theme(next: Theme) }
export declare function mount(host: Host): void;

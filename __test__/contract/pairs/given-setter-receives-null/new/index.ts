export interface Theme { name: string | null }
export interface Host { get theme(): unknown; set theme(next: Theme) }
export declare function mount(host: Host): void;

export interface Tab { get title(): string; set title(value: string); icon?: string }
export declare function currentTab(): Tab;

export interface Tab { title: string; icon?: string }
export declare function currentTab(): Tab;

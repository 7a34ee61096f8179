export interface View { title: string; url: string }
export declare class Page { view: View; render(): View }

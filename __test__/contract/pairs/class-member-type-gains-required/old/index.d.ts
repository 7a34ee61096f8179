export interface View { title: string }
export declare class Page { view: View; render(): View }

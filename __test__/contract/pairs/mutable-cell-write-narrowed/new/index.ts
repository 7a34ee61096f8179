export interface MutableCell { value: string }
export declare function cell(): MutableCell;

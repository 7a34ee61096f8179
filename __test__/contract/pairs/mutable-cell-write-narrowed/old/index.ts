export interface MutableCell { value: string | number }
export declare function cell(): MutableCell;

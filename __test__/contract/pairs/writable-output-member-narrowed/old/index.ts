export interface Cell { value: string | number | boolean; readonly row: number }
export interface Sheet { readonly name: string; cell(row: number, col: number): Cell }
export declare function sheet(name: string): Sheet;
export declare function recalc(s: string): void;

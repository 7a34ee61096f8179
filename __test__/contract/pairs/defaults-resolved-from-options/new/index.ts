export interface ChartOptions { width?: number; legend?: boolean; grid?: boolean }
export declare function resolve(options: ChartOptions): Required<ChartOptions>;

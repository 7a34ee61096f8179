export interface ChartOptions { width?: number; legend?: boolean }
export declare function resolve(options: ChartOptions): Required<ChartOptions>;

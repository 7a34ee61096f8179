export declare function chart(el: string, o?: chart.Options): chart.Handle;
export declare namespace chart {
  interface Options { readonly animate?: boolean; readonly theme?: Theme }
  interface Handle { destroy(): void }
  export type Theme = "dark" | "light";
  
}
export declare function palette(n: number): readonly string[];

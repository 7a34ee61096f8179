type Deep<T> = { readonly [K in keyof T]?: T[K] extends object ? Deep<T[K]> : T[K] };
interface Chart { axis: { x: { label: string; ticks: number }; y: { label: string } }; legend: { place: "top" | "left" } }
export declare function setDefaults(d: Deep<Chart>): void;
export declare function draw(el: string, data: readonly number[], o?: Deep<Omit<Chart, "legend">> & Deep<Pick<Chart, "legend">>): void;

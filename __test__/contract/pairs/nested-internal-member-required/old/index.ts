interface Geo { lat: number }
export interface Place { name: string; geo?: Geo }
export declare function distance(a: Place, b: Place): number;

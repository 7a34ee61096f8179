export interface TrackEvents { view: { page: string }; buy: { total: number | string } }
export declare function track<K extends keyof TrackEvents>(name: K, data: TrackEvents[K]): void;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;

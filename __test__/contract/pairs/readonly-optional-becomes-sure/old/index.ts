export interface Weather { readonly temp?: number; readonly wind: { readonly speed: number } | undefined }
export declare function weather(city: string): Promise<Weather>;
export declare const cities: readonly string[];

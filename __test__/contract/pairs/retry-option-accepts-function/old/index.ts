export interface ClientOptions { retry?: number | false; baseUrl: string }
export declare class Client { #options: unknown; constructor(options: ClientOptions); get<T>(path: string): Promise<T> }

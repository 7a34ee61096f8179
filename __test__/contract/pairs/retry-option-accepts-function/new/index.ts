export interface ClientOptions { retry?: number | false | ((attempt: number, error: Error) => boolean); baseUrl: string }
export declare class Client { #options: unknown; constructor(options: ClientOptions); get<T>(path: string): Promise<T> }

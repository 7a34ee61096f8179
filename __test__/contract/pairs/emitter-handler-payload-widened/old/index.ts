export interface SocketEvents { message: string; close: number }
export declare class Socket { private constructor(); static open(url: string): Socket; on<K extends keyof SocketEvents>(k: K, h: (p: SocketEvents[K]) => void): this }

export declare class Message<T> { readonly type: string; readonly payload: T; constructor(type: string, payload: T) }

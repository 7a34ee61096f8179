export declare class Uploader { private readonly queue; constructor(url: string); add(file: Blob): void }

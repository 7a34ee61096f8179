export declare function upload(file: Blob): Promise<{ id: string }> & { cancel(): void };

export declare const player: { volume: number; play(): Promise<void> };

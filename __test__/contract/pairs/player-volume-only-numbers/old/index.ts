export declare const player: { get volume(): number; set volume(value: number | "mute"); play(): Promise<void> };

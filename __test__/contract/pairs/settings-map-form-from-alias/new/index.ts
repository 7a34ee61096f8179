interface SlotTypes { rows: readonly number[]; header: string }
export declare const slots: { read<N extends keyof SlotTypes>(name: N): SlotTypes[N]; watch<N extends keyof SlotTypes>(name: N, run: (value: SlotTypes[N]) => void): void };

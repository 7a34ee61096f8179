export declare function edit(run: (doc: { get title(): string; set title(next: string | null) }) => void): void;

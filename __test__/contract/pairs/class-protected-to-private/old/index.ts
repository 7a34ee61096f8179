export declare class Widget { protected root: HTMLElement | null; constructor(id: string); mount(): void }

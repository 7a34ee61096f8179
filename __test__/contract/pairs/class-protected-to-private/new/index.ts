export declare class Widget { private root: HTMLElement | null; constructor(id: string); mount(): void }

export declare function anchor(target: Element): HTMLElement;
export declare function onPick(listener: (event: CustomEvent<{ id: string }>) => void): void;

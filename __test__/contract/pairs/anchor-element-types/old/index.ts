export declare function anchor(target: HTMLElement): Element;
export declare function onPick(listener: (event: Event) => void): void;

export declare function observe(element: Element, run: (visible: boolean) => void): void;

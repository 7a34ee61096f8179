export interface Widget { mount(element: Element): void }
export declare function registerWidget(name: string, type: new (options: { id: string }) => Widget): void;

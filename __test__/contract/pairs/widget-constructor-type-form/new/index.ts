export interface Widget { mount(element: Element): void }
type WidgetClass = { new (options: { id: string }): Widget };
export declare function registerWidget(name: string, type: WidgetClass): void;

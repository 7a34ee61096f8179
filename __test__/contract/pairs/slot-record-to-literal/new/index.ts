export declare function layout(slots: { header: Node; body: Node }): { readonly header: Element; readonly body: Element };

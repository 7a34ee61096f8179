type Slot = "header" | "body";
export declare function layout(slots: Record<Slot, Node>): Readonly<Record<Slot, Element>>;

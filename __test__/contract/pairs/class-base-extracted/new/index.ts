declare class Overlay { #el: Element; constructor(root: Element); close(why?: string): void; readonly isOpen: boolean }
export declare class Modal extends Overlay { open(): void }
export declare function confirm(text: string): Promise<Modal>;

export declare class Modal { #el: Element; constructor(el: Element); open(): void; close(reason?: string): void; readonly isOpen: boolean }
export declare function confirm(text: string): Promise<Modal>;

export declare function useDisclosure(startOpen?: boolean): readonly [isOpen: boolean, actions: { open(): void; close(): void }];

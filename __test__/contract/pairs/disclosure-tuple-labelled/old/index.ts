export declare function useDisclosure(initial?: boolean): readonly [boolean, { open(): void; close(): void }];

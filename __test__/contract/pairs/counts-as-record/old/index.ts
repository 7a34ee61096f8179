export declare function counts(): { open: number; closed: number };

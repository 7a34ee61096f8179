export declare function recentOrders(): { id: string; paid: boolean }[];
